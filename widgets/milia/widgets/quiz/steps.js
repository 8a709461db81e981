/** One item of a set at a time, with "Question 3 of 6", a way back and on, and a summary. */
function stepThrough(root, items, asked, { model, answerTo }) {
  const end = items.length;
  const preTest = model.get("pre_test");
  const count = make("p", { className: "milia-quiz-count" });
  const title = make("h3", { tabIndex: -1, textContent: preTest ? "Thank you" : "How it went" });
  const summary = make("div", { className: "milia-quiz-summary" });
  const back = make("button", { type: "button", className: "milia-quiz-plain", textContent: "Back" });
  const next = make("button", { type: "button", className: "milia-quiz-plain" });
  let at = 0;

  /** Where a learner left off: the first item without an answer, or the end. */
  const firstOpen = () => {
    const open = items.findIndex((item) => !answerTo(item.id));
    return open < 0 ? end : open;
  };

  function show() {
    asked.forEach(({ form }, index) => { form.hidden = index !== at; });
    summary.hidden = at < end;
    count.textContent = at < end ? `Question ${at + 1} of ${end}` : `All ${end} questions`;
    back.hidden = at === 0;
    next.hidden = at === end;
    const answered = at < end && answerTo(items[at].id);
    next.textContent = !answered ? "Skip for now" : at + 1 < end ? "Next question" : "See how it went";
    if (at < end) return;
    const sum = preTest ? summaryOfPreTest : model.get("post_test") ? summaryOfPostTest : summaryByIdea;
    const lines = sum(items, answerTo, { model, go });
    summary.replaceChildren(title, ...lines);
  }

  function go(to) {
    at = to;
    show();
    if (at < end) asked[at].focus();
    else title.focus();
  }

  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  root.prepend(count);
  root.append(summary, make("div", { className: "milia-quiz-steps" }, back, next));
  return {
    show,
    go,
    on: () => go(at + 1),
    start() { at = firstOpen(); show(); },
  };
}
