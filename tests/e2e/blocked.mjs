// Storage that a browser forbids.

/** As a browser does that forbids storage for a site; before the page is opened. */
export function blockStorage(page) {
  return page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
}
