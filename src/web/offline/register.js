// Has the service worker keep everything, and says when a new release is there.

import { stored } from "../early/language.js";
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
  // A kiosk takes it between two people: its page has just been loaded for the next one.
  if (registration.waiting && isKiosk() && !isInterview()) takeOver(registration);
  tell(registration);
}

const isKiosk = () => stored("kiosk");

const isInterview = () => /^#\/survey\/[^/]+\/(step|review|receipt)/.test(location.hash);

function takeOver(registration) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting?.postMessage("take over");
}

/** Whoever is in the midst of a survey is told afterwards. */
function tell(registration) {
  document.querySelector(".update")?.remove();
  if (!registration.waiting || isKiosk() || isInterview()) return;
  const language = document.documentElement.lang;
  document.body.insertAdjacentHTML("beforeend", markup[language] ?? markup.lv);
  document.querySelector(".update button").addEventListener("click", () => takeOver(registration));
}
