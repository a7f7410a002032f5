/* Small comforts; everything can be read and reached without them. */
(function () {
  "use strict";

  /* The drawer closes with Escape, and its switch says whether it is open. */
  var drawer = document.getElementById("__drawer");
  var opener = document.querySelector(".ce-menu");
  if (drawer && opener) {
    var say = function () { opener.setAttribute("aria-expanded", String(drawer.checked)); };
    drawer.addEventListener("change", function () {
      say();
      var first = drawer.checked && document.querySelector(".ce-drawer a");
      if (first) setTimeout(function () { first.focus(); }, 50);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      say();
      opener.focus();
    });
    say();
  }

  /* Labels that work like buttons take the keys of buttons. */
  document.querySelectorAll("label[role=button]").forEach(function (label) {
    label.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  });

  /* On paper the background and the voices fill the first side, so that all figures stand together on the second. */
  var figures = document.querySelector(".ce-edition > .ce-newpage");
  var moved = [];
  if (figures) {
    addEventListener("beforeprint", function () {
      ["s-background", "s-voices"].forEach(function (id) {
        var section = (document.getElementById(id) || figures).parentNode;
        if (section === figures.parentNode || moved.some(function (pair) { return pair[0] === section; })) return;
        var place = section.parentNode.insertBefore(document.createComment(id), section);
        moved.push([section, place]);
        figures.parentNode.insertBefore(section, figures);
      });
    });
    addEventListener("afterprint", function () {
      moved.forEach(function (pair) { pair[1].parentNode.replaceChild(pair[0], pair[1]); });
      moved = [];
    });
  }

  /* Copy buttons: hidden until here, because without a script they would do nothing. */
  var content = document.getElementById("content");
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    var source = document.getElementById(button.getAttribute("data-copy"));
    if (!source || !navigator.clipboard) return;
    var before = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source.innerText.trim()).then(function () {
        button.textContent = content && content.dataset.copied || before;
        setTimeout(function () { button.textContent = before; }, 2000);
      });
    });
  });
})();
