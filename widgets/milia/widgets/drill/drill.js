/**
 * Milium or not?: a round of eight cards, shuffled anew each time, each answered at once.
 *
 * @typedef State
 * @property {Record<string, string>} words  what is said around the cases
 * @property {object[]} cases     [{id, kind, who, clues, milium, why, then, picture}]
 * @property {object} atlas       {pictures: [{alt, box, made}], pieces, look}: a drawing is made of
 *                                pieces, with "@-" before every id; look is their style
 */

let drills = 0;

function render({ model, el }) {
  /** @type {State["words"]} */
  const words = model.get("words");
  const cases = model.get("cases");
  const name = `milia-drill-${++drills}`;
  dress(model.get("atlas").look);

  const stage = make("div", {});
  const paper = make("div", { className: "milia-drill-paper" });
  const answers = make("section", { className: "milia-drill-answers" });
  const root = make("div", { className: "milia milia-drill" },
    make("h3", {}, words.title), make("p", {}, words.lead), make("p", {}, words.rule),
    make("p", { className: "milia-drill-note" }, words.tested), stage, paper);
  settle(root, model);

  let lately = []; // dealt in this visit: fresh ones come first
  let cards, played, counts, keeps, ended;

  function start(aloud) {
    cards = deal(cases, lately);
    lately = [...lately, ...cards.map(({ id }) => id)].slice(-(cases.length - cards.length));
    played = [];
    ended = false;
    toFillIn();
    show(0, aloud);
  }

  function show(at, aloud) {
    const last = at + 1 === cards.length;
    const shown = askCard(cards[at], {
      model,
      name: `${name}-${at}`,
      place: `Card ${at + 1} of ${cards.length}`,
      next: last ? "See how it went" : "Next card",
      onAnswer: (answer) => hear({ card: cards[at], ...answer }),
      onNext: () => (last ? end(true) : show(at + 1, true)),
    });
    stage.replaceChildren(shown.node);
    if (aloud) shown.focus();
  }

  function hear(answer) {
    played.push(answer);
    counts = tally.plus(counts, answer);
    keeps = tally.add(answer);
    if (keeps) counts = tally.read();
  }

  function end(aloud) {
    ended = true;
    const shown = endOf(played, counts, { words, keeps, onAgain: () => start(true) });
    stage.replaceChildren(shown.node);
    if (aloud) shown.focus();
  }

  /** The round as a list to fill in with a pencil; its answers stand with all others. */
  function toFillIn() {
    const box = (text) => make("span", {}, `☐ ${text}`);
    paper.replaceChildren(make("ol", {}, ...cards.map((card) =>
      make("li", {}, `${card.who} ${card.clues.join(" ")} `, box(words.yes), " ", box(words.no)))));
    answers.replaceChildren(make("h3", {}, words.title), make("ol", {}, ...cards.map((card) =>
      make("li", {}, make("strong", {}, `${card.milium ? words.yes : words.no}.`),
        ` ${[...card.why, card.then].join(" ")}`))));
  }

  // Answers erased here or in another tab take the counts with them.
  const unwatch = record.watch(() => {
    if (keeps === false) return;
    counts = tally.read();
    if (counts.all.cards || !ended) return;
    start(false);
  });
  counts = tally.read();
  start(false);
  const unprint = answersOnPaper(answers, root);
  el.append(root);
  return () => { unwatch(); unprint(); root.remove(); };
}

export default { render };
