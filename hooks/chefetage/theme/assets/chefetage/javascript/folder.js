/* A page opened from a folder may not start workers. Here a hidden frame stands in for one, so that search works: it
   runs the worker's script, and the messages go to and fro. After the idea of squidfunk/iframe-worker, which writes its
   script into the frame; ours is a file, as the content policy forbids scripts inside pages. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  var inside = new URL("folder-frame.js", document.currentScript.src).href;

  function FrameWorker(address) {
    var worker = new EventTarget();
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "";
    document.body.appendChild(frame);
    var view = frame.contentWindow;
    var ready = new Promise(function (resolve) { frame.addEventListener("load", resolve); });
    var page = view.document;
    page.open();
    page.write("<!doctype html><body>");
    /* The worker's script stands first: it looks there for its own address. */
    [String(address), inside].forEach(function (source) {
      page.write('<script src="' + source.replace(/"/g, "%22") + '"><\/script>');
    });
    page.close();
    window.addEventListener("message", function (event) {
      if (event.source !== view) return;
      var message = new MessageEvent("message", { data: event.data });
      worker.dispatchEvent(message);
      if (worker.onmessage) worker.onmessage(message);
    });
    worker.postMessage = function (data) {
      ready.then(function () { view.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })); });
    };
    worker.terminate = function () { frame.remove(); };
    return worker;
  }

  window.Worker = window.IFrameWorker = FrameWorker;
})();
