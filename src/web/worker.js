// The end of a worker's script: starts its wasm. The glue of wasm-bindgen stands before it.
(() => {
  // Read by src/browser/age.rs, where something sealed has to be opened.
  self.aptaujaAgeAddress = new URL("age.js", self.location.href).href;

  if (self.name === "workbook") {
    // The page's rarest worker has a binary of its own, and this one need not be loaded for it.
    importScripts(new URL("workbook.js", self.location.href));
    return;
  }

  // What the page says before the wasm listens must not be lost.
  const early = [];
  const keep = (event) => early.push(event);
  self.addEventListener("message", keep);
  wasm_bindgen({ module_or_path: new URL("worker_bg.wasm", self.location.href) })
    .then(() => {
      self.removeEventListener("message", keep);
      for (const { data, ports } of early) {
        self.dispatchEvent(new MessageEvent("message", { data, ports }));
      }
    })
    .catch((error) => {
      // A rejected promise stays inside a worker; a thrown error reaches the page.
      setTimeout(() => {
        throw error;
      });
    });
})();
