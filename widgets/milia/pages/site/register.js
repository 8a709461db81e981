// Ask the browser to keep the course for reading without a network, where it offers that: on an
// address that is private to the two of them (https). Elsewhere the page works as it is.
if (isSecureContext && navigator.serviceWorker) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("sw.js").catch(() => {}); // not in every private window
  });
}
