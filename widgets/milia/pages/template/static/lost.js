// Says on a page whose widgets need Python that this Python is gone: it ended, or the way to it
// did. Voilà's front end notices by itself and tells nobody.
(async () => {
  const region = document.getElementById("milia-lost");
  const words = document.getElementById("milia-lost-words");
  const GONE = ["dead", "autorestarting", "restarting", "terminating"]; // one that restarts is empty

  const say = () => { if (!region.hasChildNodes()) region.append(words.content.cloneNode(true)); };

  while (!window.jupyterapp) await new Promise((wait) => { setTimeout(wait, 200); });
  const { kernel } = await window.jupyterapp.widgetManagerPromise.promise;
  kernel.statusChanged.connect((_, status) => { if (GONE.includes(status)) say(); });
  kernel.connectionStatusChanged.connect((_, status) => { if (status === "disconnected") say(); });
  if (GONE.includes(kernel.status) || kernel.connectionStatus === "disconnected") say();
})();
