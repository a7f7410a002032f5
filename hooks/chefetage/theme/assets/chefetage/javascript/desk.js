/* Small comforts; everything can be read and reached without them. */
(function () {
  "use strict";

  /* The labels that open the menu and the search become buttons, so that the keyboard reaches them. */
  document.querySelectorAll("label[data-button]").forEach(function (label) {
    var button = document.createElement("button");
    var input = label.control;
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", input.id);
    if (label.dataset.button) button.setAttribute("aria-controls", label.dataset.button);
    button.append.apply(button, label.childNodes);
    button.addEventListener("click", function () { input.click(); });
    label.replaceWith(button);
  });

  /* The drawer closes with Escape, and its button says whether it is open. */
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

  /* A table or an example wider than the screen scrolls by itself, a table later in a frame of Material's; the keyboard has
     to reach each. */
  ["load", "resize"].forEach(function (occasion) {
    addEventListener(occasion, function () {
      document.querySelectorAll(".md-typeset__scrollwrap, .ce-prose :is(table:not([class]), pre)").forEach(function (frame) {
        if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
        else frame.removeAttribute("tabindex");
      });
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

  /* Browsers show captions over films only; under sound they are shown here. */
  document.querySelectorAll("audio > track[default]").forEach(function (track) {
    var place = track.parentNode.parentNode.querySelector(".ce-cue");
    if (place) track.track.addEventListener("cuechange", function () {
      place.textContent = Array.from(track.track.activeCues || [], function (cue) { return cue.text; }).join(" ");
    });
  });

  /* Words of the trade: a reader who knows them can switch the explanations off, on the glossary's page. */
  var isExplained = window.__md_get("explain") !== false;
  if (!isExplained) document.querySelectorAll(".ce-term").forEach(function (term) { term.replaceWith(term.textContent); });
  var explain = document.querySelector("input[data-keep=explain]");
  if (explain) {
    explain.checked = isExplained;
    explain.closest("[hidden]").hidden = false;
    explain.addEventListener("change", function () { window.__md_set("explain", explain.checked); });
  }

  /* Copy buttons: hidden until here, because without a script they would do nothing. */
  var content = document.getElementById("content");
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    var source = document.getElementById(button.getAttribute("data-copy"));
    if (!source || !navigator.clipboard) return;
    var before = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var link = button.getAttribute("data-link");
      var address = link && location.protocol !== "file:" ? "\n" + new URL(link, location.href) : "";
      navigator.clipboard.writeText(source.innerText.trim() + address).then(function () {
        button.textContent = content && content.dataset.copied || before;
        setTimeout(function () { button.textContent = before; }, 2000);
      });
    });
  });

  /* Filters work by style sheet alone; here the count is told, and sections that two filters leave empty go too. */
  var filter = document.querySelector(".ce-filter");
  if (filter) {
    var count = filter.querySelector(".ce-filter__count");
    var choose = function () {
      var items = Array.from(document.querySelectorAll(".ce [data-fa]"));
      var shown = items.filter(function (item) { return getComputedStyle(item).display !== "none"; });
      document.querySelectorAll(".ce-sec").forEach(function (section) {
        var own = items.filter(function (item) { return section.contains(item); });
        section.hidden = own.length > 0 && !own.some(function (item) { return shown.indexOf(item) >= 0; });
      });
      count.hidden = shown.length === items.length;
      count.textContent = count.dataset.words.replace("{n}", shown.length).replace("{total}", items.length);
    };
    filter.addEventListener("change", function () {
      document.querySelectorAll(".ce-sec[hidden]").forEach(function (section) { section.hidden = false; });
      choose();
    });
    if (filter.querySelector("input:checked:not([id$='-0'])")) choose();
  }

  /* What one point is worth, for any part of it that the experience causes; the table beside it says the same. */
  var kappa = document.querySelector(".ce-kappa");
  if (kappa) {
    var part = kappa.querySelector("input");
    var euros = function (value, digits) {
      var step = Math.pow(10, Math.max(digits - 2, 0));
      var rounded = Math.sign(value) * Math.floor(Math.abs(value) / step + 0.5) * step;
      var number = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang).format(Math.abs(rounded));
      return (rounded < 0 ? "\u2212" : "") + kappa.dataset.euro.replace("{n}", number);
    };
    var reckon = function () {
      kappa.querySelector("output").textContent = kappa.dataset.percent.replace("{n}", part.value);
      kappa.querySelectorAll("dd").forEach(function (cell) {
        var at = function (name) { return cell.dataset[name] * part.value / 100; };
        var widest = String(Math.round(Math.max(Math.abs(at("low")), Math.abs(at("high"))))).length;
        cell.querySelector("b").textContent = euros(at("value"), String(Math.round(Math.abs(at("value")))).length);
        cell.querySelector("span").textContent = kappa.dataset.range.replace("{low}", euros(at("low"), widest)).replace("{high}", euros(at("high"), widest));
      });
    };
    part.addEventListener("input", reckon);
    kappa.hidden = false;
    reckon();
  }
})();
