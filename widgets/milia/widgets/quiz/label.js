/** The parts of a picture are named: a list of names for each spot, and the name at the spot. */
const label = {
  ...places,
  ask: "Choose a name for each spot, in the list or on the picture.",
  pencil: "Write a name on each line.",
  missing: "Choose a name for each spot first.",

  controls(item, name, say) {
    const rows = item.picture.spots.map((spot, at) => namingRow(spot, item.choices, `${name}-${at}`));
    const picture = pictureOf(item, (id) => {
      const { select } = rows.find((row) => row.spot.id === id);
      select.focus();
      try { select.showPicker(); } catch { /* an older browser: the focus is there */ }
    });
    const open = () => rows.find(({ select }) => !select.value);
    const others = (row, value) => rows.filter((other) => other !== row && other.select.value === value);
    const twice = () => rows.findLast((row) => row.select.value && others(row, row.select.value).length);

    /** A name that is taken says so in the other lists. It can still be chosen: with some browsers
     * an arrow key chooses each name it passes, and must not take it from its spot. */
    function tell() {
      for (const row of rows) {
        for (const option of row.options) {
          const [taken] = others(row, option.value);
          option.textContent = textOf(item, option.value) + (taken ? ` (at ${taken.spot.name.toLowerCase()})` : "");
        }
        const { value } = row.select;
        picture.spots.get(row.spot.id).mark({
          text: value && textOf(item, value), chosen: Boolean(value), outcome: row.row.dataset.outcome,
        });
      }
    }

    function named(row) {
      markRow(row, null);
      tell();
      const { value } = row.select, [also] = others(row, value);
      const count = rows.filter(({ select }) => select.value).length;
      say([`${row.spot.name}: ${value ? textOf(item, value) : "no name"}.`,
        value && also ? `The same name is at ${also.spot.name.toLowerCase()}.` : "",
        `${count} of ${rows.length} spots have a name.`].filter(Boolean).join(" "));
    }

    for (const row of rows) row.select.addEventListener("change", () => named(row));
    const names = item.choices.map(({ text }) => text).join(" / ");
    return {
      nodes: [besidePicture(picture,
        ...rows.map(({ row }) => row), make("p", { className: "milia-quiz-names" }, `Names: ${names}`))],
      read: () => (open() || twice() ? [] : rows.map(({ select, spot }) => `${select.value}:${spot.id}`)),
      missing: () => (open() ? `Still open: ${spoken(rows.filter(({ select }) => !select.value))}.`
        : `"${textOf(item, twice().select.value)}" is at two spots. Each name goes to one.`),
      focus: () => (open() ?? twice()).select.focus(),

      show(response, earned) {
        const nameAt = new Map(inPlace.placements(item, response).map(([choice, spot]) => [spot, choice]));
        for (const row of rows) {
          const choice = nameAt.get(row.spot.id) ?? "";
          row.select.value = choice;
          markRow(row, choice && earned ? earned(choice) : null);
        }
        tell();
      },
    };
  },
};

/** The spots of some rows, as in "spot 2, spot 3". */
const spoken = (rows) => rows.map(({ spot }) => spot.name.toLowerCase()).join(", ");

/** A spot in words, with the names to choose from. */
function namingRow(spot, choices, id) {
  const mark = make("span", { className: "milia-quiz-mark" });
  const options = choices.map((choice) => make("option", { value: choice.id }, choice.text));
  const select = make("select", { id }, make("option", { value: "" }, "Choose one…"), ...options);
  const row = make("div", { className: "milia-quiz-naming" },
    make("label", { className: "milia-quiz-name", htmlFor: id }, make("span", {}, mark, make("b", {}, `${spot.name}: `), spot.where)), select, boxToWriteIn());
  return { spot, row, mark, select, options };
}
