// Says on a page whose widgets need Python that this Python is gone: its kernel ended, or the way
// to it did. Voilà's front end notices and tells nobody. It comes after this, which sees its socket.
(() => {
  const KERNEL = /\/api\/kernels\/[^/]+\/channels/;
  const GONE = ["dead", "autorestarting", "restarting"]; // one that comes back knows nothing
  const PATIENCE = 2000; // ms, for a line that was only interrupted
  const LOOK = 200; // ms between two looks for Voilà's front end …
  const LOOKS = 1500; // … which takes a slow phone a minute
  const region = document.getElementById("milia-lost");
  const words = document.getElementById("milia-lost-words");
  let ended = false;
  let line = null;
  let waiting = 0;

  function say() {
    if (!region.hasChildNodes()) region.append(words.content.cloneNode(true));
  }

  function hear(status) {
    if (!GONE.includes(status)) return;
    ended = true;
    say();
  }

  window.WebSocket = class extends WebSocket {
    constructor(...about) {
      super(...about);
      if (!KERNEL.test(this.url)) return;
      line = this;
      this.addEventListener("open", () => {
        clearTimeout(waiting);
        if (!ended) region.replaceChildren();
      });
      this.addEventListener("close", () => {
        if (line !== this) return; // another has taken its place
        clearTimeout(waiting);
        waiting = setTimeout(say, PATIENCE);
      });
    }
  };

  async function listen(looks) {
    const manager = window.jupyterapp?.widgetManagerPromise;
    if (!manager) {
      if (looks) setTimeout(listen, LOOK, looks - 1);
      return;
    }
    const { kernel } = await manager.promise;
    kernel.statusChanged.connect((_, status) => hear(status));
    hear(kernel.status);
  }
  listen(LOOKS);
})();
