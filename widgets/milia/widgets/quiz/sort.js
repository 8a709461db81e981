/** Cards are sorted into bins: a group of radio buttons for each card. */
const sort = {
  ...places,
  ask: "Choose where each one belongs.",
  pencil: "Tick where each one belongs.",
  missing: "Choose a place for each one first.",

  controls(item, name) {
    const rows = item.choices.map(({ id, text }, at) => {
      const mark = make("span", { className: "milia-quiz-mark" });
      const inputs = item.places.map((place) =>
        make("input", { type: "radio", name: `${name}-${at}`, value: place.id }));
      const row = make("fieldset", { className: "milia-quiz-row" },
        make("legend", {}, mark, text),
        make("div", {}, ...inputs.map((input, bin) => make("label", {}, input, item.places[bin].text))));
      return { id, text, row, mark, inputs, place: () => inputs.find((input) => input.checked)?.value };
    });
    const table = make("div", { className: "milia-quiz-table" });
    return {
      ...inRows(rows),
      table,
      nodes: [table, make("div", { className: "milia-quiz-rows" }, ...rows.map(({ row }) => row))],
      focus: () => firstOpen(rows).inputs[0].focus(),

      show(response, earned) {
        const placed = Object.fromEntries(inPlace.placements(item, response));
        for (const row of rows) {
          for (const input of row.inputs) input.checked = input.value === placed[row.id];
          markRow(row, placed[row.id] && earned ? earned(row.id) : null);
        }
      },
    };
  },
};
