/** How an answer stands, in words. */
function standing(item, answer) {
  const outcome = answer && outcomeOf(item, answer.response);
  if (!outcome) return "Not answered yet";
  if (!outcome.success) return "Look again";
  return outcomeOf(item, answer.first.response)?.success ? "Clear" : "Clear after another try";
}

const WORST_FIRST = ["Look again", "Not answered yet", "Clear after another try", "Clear"];

/** The end of a set: each idea once, with how it stands, and no marks. */
function summaryByIdea(items, answerTo, { model, go }) {
  const ideas = [...new Set(items.map((item) => item.idea))];
  const rows = ideas.map((idea) => {
    const its = items.filter((item) => item.idea === idea);
    const standings = its.map((item) => standing(item, answerTo(item.id)));
    const worst = WORST_FIRST.find((state) => standings.includes(state));
    const at = items.indexOf(its[standings.indexOf(worst)]);
    const row = make("li", {}, make("strong", {}, `${idea}: `), worst.toLowerCase(), ".");
    row.dataset.standing = worst;
    if (worst === "Look again" || worst === "Not answered yet") {
      const again = make("button", { type: "button", className: "milia-quiz-plain" }, `Go to question ${at + 1}`);
      again.addEventListener("click", () => go(at));
      row.append(" ", again);
      if (its[0].taught && worst === "Look again") row.append(" ", readAgain(its[0].taught, model));
    }
    return row;
  });
  return [make("ul", {}, ...rows)];
}

/** The end of a pre-test: how many were answered, and nothing about right or wrong. */
function summaryOfPreTest(items, answerTo) {
  const answered = items.filter((item) => answerTo(item.id)).length;
  return [make("p", {},
    `You answered ${answered} of ${items.length}. No answers are shown yet: the lessons give them.`)];
}
