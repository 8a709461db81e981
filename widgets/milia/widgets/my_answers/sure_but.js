/** Sure, but it was not so: a first answer that felt sure and did not fit. */

/** The items, "very sure" first. */
function surprises({ items, answers }) {
  const found = items.filter((item) => {
    const first = answers[item.key]?.first;
    return item.parts.length && ["very", "fairly"].includes(first?.sure)
      && outcomeOf(item, first.response)?.success === false;
  });
  const by = (sure) => found.filter((item) => answers[item.key].first.sure === sure);
  return { very: by("very"), fairly: by("fairly") };
}

function sureBut(page) {
  const { very, fairly } = surprises(page);
  if (!very.length && !fairly.length) return [make("p", { textContent: page.words["sure-but"].empty })];
  const list = (items) => make("ul", {}, ...items.map((item) => oneSurprise(item, page)));
  const folded = very.length && fairly.length;
  return [
    ...(very.length ? [list(very)] : []),
    ...(folded ? [page.fold("fairly", `${inWords(fairly.length, "question")} you felt fairly sure of`, list(fairly))]
      : fairly.length ? [list(fairly)] : []),
  ];
}

function oneSurprise(item, page) {
  const { first, ...answer } = page.answers[item.key];
  const state = stateOf(item, { first, ...answer });
  const row = make("li", {},
    make("p", { className: "milia-my-answers-idea", textContent: page.ideas[item.idea].name }),
    make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
    saidOf(item, first.response, first.sure === "very" ? "You felt very sure, and said: " : "You felt fairly sure, and said: "),
    standingLine(state),
    make("p", {}, "Read it here: ", teaches(item, page)));
  row.dataset.item = item.id;
  return row;
}
