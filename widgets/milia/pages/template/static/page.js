// What a page of the course does by itself: the learner's colours, and tables on a phone.
// Runs before the page is drawn, so that the chosen colours are there from the first paint.
(() => {
  const root = document.documentElement;
  const KEY = "milia:colours";

  function keptColours() {
    try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; }
  }

  function show(colours) {
    if (colours) root.dataset.colours = colours;
    else delete root.dataset.colours;
  }

  function offerColours() {
    const look = document.querySelector(".look");
    const select = look.querySelector("select");
    look.hidden = false;
    select.value = keptColours();
    select.addEventListener("change", () => {
      show(select.value);
      try { localStorage.setItem(KEY, select.value); } catch { /* holds for this page only */ }
    });
    // Erased, here or in another tab, the colours go back to the device's.
    const again = () => { select.value = keptColours(); show(select.value); };
    addEventListener("milia:record", again);
    addEventListener("storage", ({ key }) => { if (key === null || key === KEY) again(); });
  }

  /** On a phone each row becomes a block; each cell then needs its column's name beside it. */
  function labelCells(table) {
    const columns = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent.trim());
    table.setAttribute("role", "table");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, at) => {
        const named = cell.tagName === "TH" && cell.textContent.trim(); // a corner has no name
        const role = named ? "columnheader" : at || cell.tagName === "TH" ? "cell" : "rowheader";
        cell.setAttribute("role", role);
        if (role === "cell") cell.dataset.label = columns[at] ?? "";
      });
    }
  }

  show(keptColours());
  addEventListener("DOMContentLoaded", () => {
    offerColours();
    document.querySelectorAll(".prose table").forEach(labelCells);
  });
})();
