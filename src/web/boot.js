// Starts the page; when that fails, shows the message in index.html instead of nothing.
//
// Respondents get a binary without the auditor's pages. Whoever comes from one of theirs to another
// page is brought here again by a reload; the larger binary has all pages and stays.

const isRespondent = /^(#?\/?|#\/survey\/.*|#\/?\?.*)$/.test(location.hash);

try {
  if (!isRespondent) {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "auditor.css" });
    document.head.append(sheet);
  }
  const [script, wasm] = isRespondent
    ? [import("./app.js"), fetch("app_bg.wasm")]
    : [import("./auditor.js"), fetch("auditor_bg.wasm")];
  const { default: start } = await script;
  await start({ module_or_path: wasm });
  document.getElementById("loading")?.remove();
} catch (error) {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("failure").hidden = false;
}
