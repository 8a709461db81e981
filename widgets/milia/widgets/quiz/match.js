/**
 * Each thing is matched with its other half, in a select of its own. The halves also stand in a
 * list with letters: a select cuts long words short, and on paper the letters are written down.
 */
const match = {
  ...places,
  ask: "Choose the other half of each one.",
  pencil: "Write the letter of its other half beside each one.",
  missing: "Choose the other half of each one first.",

  controls(item) {
    const letters = item.places.map((_, at) => `${String.fromCharCode(65 + at)}. `);
    const halves = make("ul", { className: "milia-quiz-halves", role: "list" },
      ...item.places.map(({ text }, at) => make("li", {}, make("strong", {}, letters[at]), text)));
    const rows = item.choices.map(({ id, text }) => {
      const mark = make("span", { className: "milia-quiz-mark" });
      const options = item.places.map((half) => make("option", { value: half.id }));
      const select = make("select", {}, make("option", { value: "" }, "Choose one…"), ...options);
      const row = make("label", { className: "milia-quiz-row" }, boxToWriteIn(),
        make("span", {}, mark, text), select);
      return { id, text, row, mark, select, options, place: () => select.value };
    });

    /** A half that is used stays to be chosen, and says for what: so two can be swapped. */
    function sayUsed() {
      for (const { options, select } of rows) options.forEach((option, at) => {
        const users = rows.filter((other) => other.select !== select && other.place() === option.value);
        const used = users.length ? ` (used for ${users.map(({ text }) => text).join("; ")})` : "";
        option.textContent = letters[at] + item.places[at].text + used;
      });
    }

    for (const { select } of rows) select.addEventListener("change", sayUsed);
    sayUsed();
    return {
      ...inRows(rows),
      nodes: [halves, make("div", { className: "milia-quiz-rows" }, ...rows.map(({ row }) => row))],
      focus: () => firstOpen(rows).select.focus(),

      show(response, earned) {
        const placed = Object.fromEntries(inPlace.placements(item, response));
        for (const row of rows) {
          row.select.value = placed[row.id] ?? "";
          markRow(row, placed[row.id] && earned ? earned(row.id) : null);
        }
        sayUsed();
      },
    };
  },
};
