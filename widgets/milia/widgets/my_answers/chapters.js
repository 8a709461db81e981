/** All your answers: each lesson folded, with every answer in it. */
function chapters(page) {
  const { items, answers, lessons, model, words, strange } = page;
  const all = [...new Set(items.map(({ lesson }) => lesson))].map((lesson) => items.filter((item) => item.lesson === lesson));
  const begun = all.filter((its) => countOf(its.map(({ key }) => key), answers));
  const open = all.filter((its) => !begun.includes(its)).map(([{ lesson }]) => lessonLink(lessons[lesson], { lesson }, model));
  return [
    ...(begun.length ? begun.map((its) => chapter(its, page)) : [make("p", { textContent: words["all-answers"].empty })]),
    ...(begun.length && open.length ? [make("p", {}, "No answers yet: ",
      ...open.flatMap((link, at) => (at ? [", ", link] : [link])), ".")] : []),
    ...(strange ? [make("p", { textContent:
      `You also answered ${inWords(strange, "question")} no longer in this course.` })] : []),
  ];
}

/** One lesson: its title, how far the learner is, and each answer. */
function chapter(items, page) {
  const { lesson } = items[0];
  const given = items.filter(({ key }) => Object.hasOwn(page.answers, key));
  const count = answered(items.map(({ key }) => key), page.answers);
  const node = page.fold(`lesson ${lesson}`, `${page.lessons[lesson]} (${count})`,
    make("p", {}, "Open the lesson: ", lessonLink(page.lessons[lesson], { lesson }, page.model)),
    make("ul", {}, ...given.map((item) => entry(item, page))));
  node.dataset.lesson = lesson;
  return node;
}

function entry(item, page) {
  const answer = page.answers[item.key];
  const state = stateOf(item, answer);
  const tries = answer.attempt === 1 ? "1 try." : `${answer.attempt} tries.`;
  return make("li", { className: "milia-my-answers-entry" },
    make("p", { className: "milia-my-answers-idea", textContent: page.ideas[item.idea].name }),
    make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
    saidOf(item, answer.response),
    make("p", { className: "milia-my-answers-how", textContent: `${SURE[answer.sure] ?? ""} ${tries}`.trim() }),
    ["again", "changed"].includes(state) ? standingLine(state, ": ", teaches(item, page)) : standingLine(state));
}
