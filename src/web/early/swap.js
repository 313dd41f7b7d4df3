// The application takes the place of the early page in one and the same frame, as soon as it shows a heading.

/** To be called before the application starts; calls `done` when it is there. */
export function giveWay(done) {
  const app = document.getElementById("app");
  const observer = new MutationObserver(() => {
    if (!app.querySelector("h1")) return;
    observer.disconnect();
    const early = document.getElementById("early");
    // Whoever stood on a link stands on the same link.
    const link = early.contains(document.activeElement) && document.activeElement.getAttribute("href");
    early.remove();
    document.getElementById("loading").remove();
    app.hidden = false;
    done();
    if (link) app.querySelector(`[href="${CSS.escape(link)}"]:not(.skip-link)`)?.focus();
  });
  observer.observe(app, { childList: true, subtree: true });
}
