/** How far redness shows in each tone, as bars in a table; the longest bar fills its cell. */
function rednessChart(tones, words) {
  const most = Math.max(...tones.map(({ strong }) => strong));
  const bar = (value, kind) => {
    const share = Math.round(100 * value / most);
    const node = make("td", {}, make("span", { className: `milia-tones-bar ${kind}` }), `${share}%`);
    node.firstChild.style.setProperty("--share", `${share}%`);
    return node;
  };
  const head = (...cells) => make("thead", {}, make("tr", {},
    ...cells.map((textContent) => make("th", { scope: "col", textContent }))));
  const rows = (cells) => make("tbody", {}, ...tones.map((one) =>
    make("tr", {}, make("th", { scope: "row", textContent: `Tone ${one.number}` }), ...cells(one))));
  const plain = (value) => make("td", { textContent: value.toFixed(1) });
  return make("div", { className: "milia-tones-redness" },
    make("h4", { textContent: words.redness }),
    make("p", { textContent: words.redness_says }),
    make("table", {},
      make("caption", { textContent: words.bars }),
      head("Tone", words.mild, words.strong),
      rows((one) => [bar(one.mild, "mild"), bar(one.strong, "strong")])),
    make("p", { className: "milia-tones-note", textContent: words.redness_limit }),
    make("details", {},
      make("summary", { textContent: words.teachers }),
      make("p", { textContent: words.teachers_say }),
      make("table", {}, head("Tone", words.mild, words.strong),
        rows((one) => [plain(one.mild), plain(one.strong)]))));
}
