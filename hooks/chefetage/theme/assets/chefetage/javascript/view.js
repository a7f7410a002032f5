/* The light or the dark view: set before anything is painted, switched by the button in the header. A choice that equals
   the system's wish is not kept, so that the page goes on following the system. Runs at the top of <body>,
   and tells the style sheets that there are scripts. */
(function () {
  "use strict";
  var system = matchMedia("(prefers-color-scheme: dark)");
  var wish = function () { return system.matches ? "slate" : "default"; };
  var chosen = window.__md_get("scheme");
  var show = function () {
    var scheme = chosen || wish();
    var button = document.querySelector(".ce-palette");
    document.body.setAttribute("data-md-color-scheme", scheme);
    if (!button) return;
    button.hidden = false;
    button.title = scheme === "slate" ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", button.title);
  };

  document.documentElement.classList.replace("no-js", "js");
  show();
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".ce-palette");
    if (button) button.addEventListener("click", function () {
      var other = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
      chosen = other === wish() ? null : other;
      window.__md_set("scheme", chosen);
      show();
    });
    show();
  });
})();
