/** Look again: the questions that come back today, and when the next ones come. */

/** What waits today, with what is not clear yet first; and the day of the next, with their number. */
function waiting({ items, answers, today }) {
  const all = items.filter(({ key, parts }) => parts.length && answers[key])
    .map((item) => ({ item, state: stateOf(item, answers[item.key]), ...comesBack(answers[item.key], today) }));
  const rank = ({ state }) => IN_IDEA.indexOf(state);
  const next = Math.min(...all.map((each) => each.next ?? Infinity));
  return {
    now: all.filter(({ due }) => due).sort((a, b) => rank(a) - rank(b)),
    next: all.filter((each) => each.next === next).length,
    day: next,
  };
}

function lookAgain(page) {
  const { now, next, day } = waiting(page);
  return [
    make("p", { className: "milia-my-answers-sum", textContent: now.length
      ? `Today: ${inWords(now.length, "question")}. Take as many as you like.` : page.words["look-again"].empty }),
    ...firstFew(now.map((each) => oneToday(each, page)), "today", page),
    ...(next ? [make("p", { textContent: `Next: ${inWords(next, "question")} ${dayInWords(day, page.today)}.` })] : []),
  ];
}

function oneToday({ item, due }, page) {
  const row = make("li", {},
    make("p", { className: "milia-my-answers-idea", textContent: `Day ${due}. ${page.ideas[item.idea].name}` }),
    make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
    make("p", { className: "milia-my-answers-ways" }, askAgain(item, page), make("span", {}, "Read: ", teaches(item, page))));
  row.dataset.item = item.id;
  return row;
}

/** The way to the question itself, which its lesson then asks afresh. */
function askAgain(item, { model }) {
  const link = lessonLink("Ask me again", { lesson: item.lesson, heading: `ask-${item.id}` }, model);
  link.setAttribute("aria-label", `Ask me again: ${item.stem}`);
  return link;
}
