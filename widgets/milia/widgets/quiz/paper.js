/**
 * On paper the answers stand on a block of their own at the end of the page, in the order of
 * their quizzes. A pre-test gives none away. Returns how to stop.
 */
function answersOnPaper(items, root) {
  const paper = matchMedia("print");
  const block = make("section", { className: "milia-answers-quiz" }, ...items.flatMap((item) => [
    make("h3", {}, item.stem),
    make("ul", {}, ...item.parts.filter((part) => part.points && part.feedback).map((part) =>
      make("li", {}, make("strong", {}, `${PLACING[item.type].nameOf(item, part)}:`), " ", part.feedback))),
    ...(item.reveal ? [make("p", {}, item.reveal)] : []),
  ]));
  block.quiz = root;

  function lay() {
    const main = root.closest("main");
    if (!main) return;
    let answers = main.querySelector(":scope > .milia-answers");
    if (!answers) {
      answers = make("div", { className: "milia milia-answers" }, make("h2", {}, "Answers"));
      main.append(answers);
    }
    const after = [...answers.querySelectorAll(".milia-answers-quiz")].find(({ quiz }) =>
      root.compareDocumentPosition(quiz) & Node.DOCUMENT_POSITION_FOLLOWING);
    answers.insertBefore(block, after ?? null);
  }

  function clear() {
    const answers = block.parentElement;
    block.remove();
    if (answers && !answers.querySelector(".milia-answers-quiz")) answers.remove();
  }

  const turn = () => (paper.matches ? lay() : clear());
  paper.addEventListener("change", turn);
  return () => {
    paper.removeEventListener("change", turn);
    clear();
  };
}
