// The service worker: after one visit everything is there without a network.
//
// What is built is kept under its fingerprint, all of a release or nothing; a new release waits until no page of the
// one before is open, or until somebody asks for it. What an institution edits in place comes from the network when
// there is one, else as it was last.

import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";

const DEFINITIONS = `aptauja-definitions-${registration.scope}`;
/** How long the network is waited for before what was kept is taken, seconds. */
const PATIENCE = 4;
const folder = new URL("surveys/", registration.scope).href;
/** The institution's sign. */
const sign = new URL("favicon.svg", registration.scope).href;

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();
registerRoute(
  ({ url }) => url.href.startsWith(folder) || url.href === sign,
  new NetworkFirst({ cacheName: DEFINITIONS, networkTimeoutSeconds: PATIENCE, matchOptions: { ignoreSearch: true } }),
);

addEventListener("install", (event) => event.waitUntil(keepDefinitions()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

/** Everything the index names; a file that is missing is the application's to tell. */
async function keepDefinitions() {
  const cache = await caches.open(DEFINITIONS);
  const { surveys } = await (await keep("index.json")).json();
  const names = surveys.flatMap(({ questionnaire, catalogue, baseline, sample }) => [questionnaire, catalogue, baseline, sample]);
  await Promise.all([...new Set([...names, sign])].filter(Boolean).map((name) => keep(name).catch(() => {})));

  async function keep(name) {
    const url = new URL(name, folder).href;
    const answer = await fetch(url, { cache: "no-cache" });
    if (answer.ok) await cache.put(url, answer.clone());
    return answer;
  }
}
