/* Applies the reader's light or dark view before anything is painted. Runs at the top of <body>. */
(function () {
  "use strict";
  var kept = window.__md_get("__palette");
  if (kept && kept.color) document.body.setAttribute("data-md-color-scheme", kept.color.scheme);
})();
