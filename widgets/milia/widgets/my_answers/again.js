/** Look again: what comes back today, by idea, and when the next comes. */

const AT_ONCE = 5; // ideas in sight

/** The items that wait today, by idea; those not clear yet come first. */
function waiting({ items, answers, today }) {
  const due = items.filter(({ key, parts }) => parts.length && answers[key])
    .map((item) => ({ item, ...comesBack(answers[item.key], today) }));
  const now = due.filter((each) => each.due);
  const rank = (idea) => Math.min(...now.filter(({ item }) => item.idea === idea)
    .map(({ item }) => IN_IDEA.indexOf(stateOf(item, answers[item.key]))));
  const ideas = [...new Set(now.map(({ item }) => item.idea))].sort((a, b) => rank(a) - rank(b));
  const next = due.filter((each) => each.next).sort((a, b) => a.next - b.next);
  return {
    now: ideas.map((idea) => ({ idea, due: now.filter(({ item }) => item.idea === idea) })),
    next: next.length && { day: next[0].next, count: next.filter((each) => each.next === next[0].next).length },
  };
}

function lookAgain(page) {
  const { now, next } = waiting(page);
  const rows = now.map((row) => oneToday(row, page));
  const rest = rows.slice(AT_ONCE);
  const total = now.reduce((sum, { due }) => sum + due.length, 0);
  return [
    make("p", { className: "milia-my-answers-sum", textContent:
      total ? `Today: ${inWords(total, "question")}. Take as many as you like.` : page.words["look-again"].empty }),
    ...(rows.length ? [make("ul", {}, ...rows.slice(0, AT_ONCE))] : []),
    ...(rest.length ? [page.fold("today", `${inWords(rest.length, "more idea")}`, make("ul", {}, ...rest))] : []),
    ...(next ? [make("p", { textContent:
      `Next: ${inWords(next.count, "question")} ${dayInWords(next.day, page.today)}.` })] : []),
  ];
}

function oneToday({ idea, due }, page) {
  const row = make("li", {},
    make("p", { className: "milia-my-answers-idea" }, "Read: ", teaches(due[0].item, page)),
    ...due.map(({ item, due: days }) => make("div", { className: "milia-my-answers-due", "data-item": item.id },
      make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
      make("p", { className: "milia-my-answers-how" }, `Day ${days}. `, askAgain(item, page)))));
  row.prepend(make("h3", { textContent: page.ideas[idea].name }));
  return row;
}

/** The way to the question itself, which its lesson then asks afresh. */
function askAgain(item, { model }) {
  const link = lessonLink("Ask me again", { lesson: item.lesson, heading: `ask-${item.id}` }, model);
  link.setAttribute("aria-label", `Ask me again: ${item.stem}`);
  return link;
}
