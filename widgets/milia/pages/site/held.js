// A page from a disk gets no module by address. This one holds the texts of its widgets' scripts:
// each becomes a module, found by the address that the page's state calls it by (host.js).
globalThis.miliaScripts = new Map(
  Object.entries(JSON.parse(document.getElementById("milia-scripts").textContent)).map(
    ([address, text]) => [address, URL.createObjectURL(new Blob([text], { type: "text/javascript" }))],
  ),
);
