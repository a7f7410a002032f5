/* Material's script is needed for searching only, and large: a phone reads it when its reader first touches the page,
   types, or moves the pointer, instead of before the first word. A link that searches or marks words wants it at once. */
(function () {
  "use strict";
  var waiting = document.querySelector("link.ce-later");
  if (!waiting) return;
  var occasions = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin"];
  var wake = function () {
    occasions.forEach(function (occasion) { removeEventListener(occasion, wake, true); });
    var script = document.createElement("script");
    script.src = waiting.href;
    /* It puts tables into frames that scroll; desk.js makes those reachable. */
    script.addEventListener("load", function () { dispatchEvent(new Event("resize")); });
    waiting.replaceWith(script);
  };
  if (location.search) wake();
  else occasions.forEach(function (occasion) { addEventListener(occasion, wake, { capture: true, passive: true }); });
})();
