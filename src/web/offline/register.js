// Has the service worker keep everything, and says when a new release is there.

import markup from "./update.html";

/** How often a page that stays open looks for a new release, milliseconds. */
const EVERY = 3_600_000;

navigator.serviceWorker
  ?.register("sw.js", { updateViaCache: "none" })
  .then(watch)
  // Without it the page works as before, with a network.
  .catch(() => {});

function watch(registration) {
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => tell(registration));
  });
  setInterval(() => registration.update().catch(() => {}), EVERY);
  addEventListener("hashchange", () => tell(registration));
  tell(registration);
}

/** Whoever is in the midst of a survey is told afterwards. */
function tell(registration) {
  document.querySelector(".update")?.remove();
  const isInterview = /^#\/survey\/[^/]+\/(step|review|receipt)/.test(location.hash);
  if (!registration.waiting || isInterview) return;
  const language = document.documentElement.lang;
  document.body.insertAdjacentHTML("beforeend", markup[language] ?? markup.lv);
  document.querySelector(".update button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take over");
  });
}
