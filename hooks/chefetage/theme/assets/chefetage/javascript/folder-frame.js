/* Inside the frame that stands in for a worker: what a worker has and a frame has not. */
"use strict";
self.postMessage = function (data) { parent.postMessage(data, "*"); };
self.importScripts = function () {
  return Array.from(arguments).reduce(function (before, source) {
    return before.then(function () {
      return new Promise(function (resolve) {
        var script = document.createElement("script");
        script.src = source;
        script.onload = resolve;
        document.body.appendChild(script);
      });
    });
  }, Promise.resolve());
};
