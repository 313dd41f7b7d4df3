// Starts the page; when that fails, shows the message in index.html instead of nothing.

try {
  const { default: start } = await import("./app.js");
  await start();
  document.getElementById("loading")?.remove();
} catch (error) {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("failure").hidden = false;
}
