const SAID = { very: "Very sure", fairly: "Fairly sure", guess: "Guessing" };
const cardsOf = (count) => `${count} card${count === 1 ? "" : "s"}`;

/** The end of a round: how it went, how sure the learner was, and what to look at once more. */
function endOf(played, counts, { words, keeps, onAgain }) {
  const round = played.reduce((sum, card) => tally.plus(sum, card), tally.none());
  const title = make("h4", { tabIndex: -1 }, "How it went");
  const again = make("button", { type: "button", onclick: onAgain }, "Deal another round");
  const missed = played.filter(({ right }) => !right);
  const sureAndNot = missed.filter(({ sure }) => sure === "very").length;
  const nodes = [title, make("p", {}, `On ${round.all.right} of ${cardsOf(round.all.cards)} you decided as the clues do.`)];
  if (sureAndNot) nodes.push(make("p", {},
    `You felt very sure on ${cardsOf(sureAndNot)} where a clue says otherwise. That is good to know.`));
  if (missed.length) nodes.push(make("p", {}, make("strong", {}, "To look at once more:")),
    make("ul", {}, ...missed.map(({ card }) =>
      make("li", {}, `${card.who} ${card.milium ? words.yes : words.no}. ${card.why.join(" ")}`))));
  if (Object.keys(SAID).some((sure) => counts[sure].cards)) nodes.push(bySureness(counts));
  nodes.push(make("p", { className: "milia-drill-note" },
    keeps ? `All rounds so far: ${counts.all.right} of ${cardsOf(counts.all.cards)}. ${words.private}` : words.not_kept), again);
  return { node: make("section", { className: "milia-drill-end" }, ...nodes), focus: () => title.focus() };
}

/** How often the learner was right when this sure, over all rounds. */
function bySureness(counts) {
  const cell = (tag, text, props = {}) => make(tag, props, text);
  return make("table", {},
    make("caption", {}, "How sure you were, in all rounds so far"),
    make("thead", {}, make("tr", {}, ...["You said", "Cards", "Right", "Not right"].map((text) => cell("th", text, { scope: "col" })))),
    make("tbody", {}, ...Object.entries(SAID).map(([sure, said]) => {
      const { cards, right } = counts[sure];
      return make("tr", {}, cell("th", said, { scope: "row" }), ...[cards, right, cards - right].map((n) => cell("td", String(n))));
    })));
}
