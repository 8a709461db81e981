/** Sure, but it was not so: a first answer that felt sure and did not fit. */

/** The items, "very sure" first. */
function surprises({ items, answers }) {
  const found = items.filter((item) => {
    const first = answers[item.key]?.first;
    return first && item.parts.length && outcomeOf(item, first.response)?.success === false;
  });
  return ["very", "fairly"].flatMap((sure) => found.filter((item) => answers[item.key].first.sure === sure));
}

function sureBut(page) {
  const rows = surprises(page).map((item) => oneSurprise(item, page));
  return rows.length ? firstFew(rows, "sure", page) : [make("p", { textContent: page.words["sure-but"].empty })];
}

function oneSurprise(item, page) {
  const answer = page.answers[item.key];
  const { first } = answer;
  const row = make("li", {},
    make("p", { className: "milia-my-answers-idea", textContent: page.ideas[item.idea].name }),
    make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
    saidOf(item, first.response, first.sure === "very" ? "You felt very sure, and said: " : "You felt fairly sure, and said: "),
    standingLine(stateOf(item, answer)),
    make("p", {}, "Read it here: ", teaches(item, page)));
  row.dataset.item = item.id;
  return row;
}
