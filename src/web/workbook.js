// The end of the script that writes workbooks: starts its wasm. The glue of wasm-bindgen stands before it.
{
  // What the page says before the wasm listens must not be lost.
  const early = [];
  const keep = (event) => early.push(event);
  self.addEventListener("message", keep);
  wasm_bindgen({ module_or_path: new URL("workbook_bg.wasm", self.location.href) })
    .then(() => {
      self.removeEventListener("message", keep);
      for (const { data } of early) self.dispatchEvent(new MessageEvent("message", { data }));
    })
    .catch((error) => {
      // A rejected promise stays inside a worker; a thrown error reaches the page.
      setTimeout(() => {
        throw error;
      });
    });
}
