// Starts the page; when that fails, shows the message in index.html instead of nothing.
//
// Respondents get a binary without results, catalogue and device page. Whoever comes to one of these from another page
// is brought here again by a reload; the larger binary has all pages and stays.

const isAuditor = /^#\/(results|catalogue|device)\b/.test(location.hash);

try {
  if (isAuditor) {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "auditor.css" });
    document.head.append(sheet);
  }
  const [script, wasm] = isAuditor
    ? [import("./auditor.js"), fetch("auditor_bg.wasm")]
    : [import("./app.js"), fetch("app_bg.wasm")];
  const { default: start } = await script;
  await start({ module_or_path: wasm });
  document.getElementById("loading")?.remove();
} catch (error) {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("failure").hidden = false;
}
