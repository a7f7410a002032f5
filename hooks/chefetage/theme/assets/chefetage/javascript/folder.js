/* A page opened from a folder may not start workers: lend it a shim, before Material's script asks for one. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  var here = document.currentScript.src;
  document.write('<script src="' + here.replace(/folder\.js.*$/, "iframe-worker.js") + '"><\/script>');
})();
