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
        : `Not yet. ${points} of ${possible} ${points === 1 ? "is" : "are"} where they belong.`),
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
