/**
 * On paper the answers stand at the end of the page, in the order of what they answer: `block` is
 * the section of those to `root`. Returns how to stop.
 */
function answersOnPaper(block, root) {
  block.asked = root;

  function lay() {
    const main = root.closest("main");
    if (!main) return;
    let answers = main.querySelector(":scope > .milia-answers");
    if (!answers) {
      answers = make("div", { className: "milia milia-answers" }, make("h2", {}, "Answers"));
      main.append(answers);
    }
    const after = [...answers.querySelectorAll(":scope > section")].find(({ asked }) =>
      root.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING);
    answers.insertBefore(block, after ?? null);
  }

  function clear() {
    const answers = block.parentElement;
    block.remove();
    if (answers && !answers.querySelector(":scope > section")) answers.remove();
  }

  return whilePrinting(lay, clear);
}

/** Do something when the page goes to paper, and undo it when it comes back. Returns how to stop. */
function whilePrinting(lay, clear) {
  const paper = matchMedia("print");
  const turn = () => (paper.matches ? lay() : clear());
  paper.addEventListener("change", turn);
  return () => {
    paper.removeEventListener("change", turn);
    clear();
  };
}
