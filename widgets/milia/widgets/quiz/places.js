/**
 * What the types share in which things are put in places: each in a row of its own, with its
 * verdict in a word; the feedback begins with how many are where they belong.
 */
const places = {
  button: "Check answer",

  feedback(item, { success, points, possible, parts }) {
    const { nameOf } = PLACING[item.type];
    return [
      make("strong", {}, success ? "Yes, each is where it belongs."
        : `Not yet. ${points} of ${possible} ${points === 1 ? "is where it belongs" : "are where they belong"}.`),
      make("ul", {}, ...parts.map((part) => make("li", {},
        make("strong", {}, `${nameOf(item, part)}${part.points ? "" : " (look again)"}.`),
        ` ${part.feedback}`))),
    ];
  },
};

/** Show in a row whether its thing is where it belongs; nothing before there is an answer. */
function markRow({ row, mark }, isRight) {
  row.dataset.outcome = isRight === null ? "" : isRight ? "success" : "retry";
  mark.textContent = isRight === null ? "" : isRight ? "Fits. " : "Look again. ";
}

/** The first row whose thing has no place yet. */
const firstOpen = (rows) => rows.find((row) => !row.place());

/** How rows that each hold one control are read, and which of them are still open. */
function inRows(rows) {
  for (const row of rows) row.row.addEventListener("change", () => markRow(row, null));
  return {
    read: () => (firstOpen(rows) ? [] : rows.map((row) => `${row.id}:${row.place()}`)),
    missing: () => `Still open: ${rows.filter((row) => !row.place()).map(({ text }) => text).join("; ")}.`,
  };
}

/** On paper: a box to write a number or a letter in, or a line for a word. */
const boxToWriteIn = () => make("span", { className: "milia-quiz-write" });

/** On paper: a table with an empty box for each thing in each place. */
function boxesToTick({ choices, places }) {
  const box = () => make("td", {}, make("span", { className: "milia-quiz-box" }));
  return make("table", {},
    make("thead", {}, make("tr", {}, make("td"), ...places.map(({ text }) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...choices.map(({ text }) =>
      make("tr", {}, make("th", { scope: "row" }, text), ...places.map(box)))));
}
