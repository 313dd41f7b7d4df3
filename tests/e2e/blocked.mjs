// Storage that a browser forbids, or that is full.

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

/** Fills storage to its last character. */
export function fillUp() {
  for (let length = 1 << 22, at = 0; length > 0; ) {
    try {
      localStorage.setItem(`other:${at}`, "x".repeat(length));
      at += 1;
    } catch {
      length >>= 1;
    }
  }
}

/** Takes away again what filled it. */
export function makeRoom() {
  for (const key of Object.keys(localStorage)) if (key.startsWith("other:")) localStorage.removeItem(key);
}
