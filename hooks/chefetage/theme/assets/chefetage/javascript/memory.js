/* What Material's script and ours remember things with. Storage may be forbidden (a folder, a private window): then
   nothing is remembered and nothing breaks. */
(function () {
  "use strict";
  var prefix = "chefetage.";

  function store(kind) {
    try { return window[kind]; } catch (_) { return null; }
  }

  function read(key, where) {
    try { return JSON.parse((where || store("localStorage")).getItem(prefix + key)); } catch (_) { return null; }
  }

  function write(key, value, where) {
    try {
      var place = where || store("localStorage");
      if (value === null) place.removeItem(prefix + key);
      else place.setItem(prefix + key, JSON.stringify(value));
    } catch (_) { /* nothing to remember with */ }
  }

  window.__md_scope = new URL(".", location.href);
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, sign) { return (sum << 5) - sum + sign.charCodeAt(0); }, 0);
  };
  window.__md_get = read;
  window.__md_set = write;
})();
