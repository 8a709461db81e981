/**
 * Questions to take to a visit. Which ones to print lasts while the page is open; the learner's own
 * are kept in this browser (record.note) and nowhere else, and are text, never HTML.
 *
 * @typedef State
 * @property {object} words       {title, lead, not_legal_advice, own, private, not_kept}
 * @property {object[]} questions [{id, question, why}]
 */

const NONE = "Choose a question, or write one of your own, then print.";

let cards = 0;

/** The page to print: the chosen questions and the learner's own, with lines to write on. */
function questionPage(words, chosen, written) {
  const asked = (children) => make("li", {}, ...children, writingLine(), writingLine());
  const note = (textContent) => make("p", { className: "milia-questions-note", textContent });
  return make("div", { className: "milia-questions milia-questions-paper" },
    make("h3", { textContent: words.title }),
    visitLines(),
    make("ol", {},
      ...chosen.map(({ question, why }) => asked([make("strong", { textContent: question }), note(why)])),
      ...written.map((text) => asked([make("strong", { textContent: text })]))),
    note(words.not_legal_advice));
}

function render({ model, el }) {
  /** @type {State} */
  const { words, questions } = { words: model.get("words"), questions: model.get("questions") };
  const name = `milia-questions-${++cards}`;
  const note = (textContent) => make("p", { className: "milia-questions-note", textContent });
  const boxes = questions.map(() => make("input", { type: "checkbox", checked: true }));
  const choices = questions.map(({ question, why }, at) => make("label", {}, boxes[at],
    make("span", {}, make("strong", { textContent: question }),
      make("span", { className: "milia-questions-note", textContent: why }))));
  const own = ownQuestions(words, name);
  const status = make("output", {});
  const root = make("div", { className: "milia milia-questions" },
    make("h3", { textContent: words.title }), make("p", { textContent: words.lead }),
    make("fieldset", {}, make("legend", { textContent: "Questions to print" }), ...choices),
    ...own.nodes,
    make("button", { type: "button", textContent: "Print these questions", onclick: onPrint }),
    status, note(words.not_legal_advice));
  settle(root, model);

  function onPrint() {
    const chosen = questions.filter((_, at) => boxes[at].checked);
    if (!chosen.length && !own.lines().length) return announce(status, NONE);
    status.replaceChildren();
    printAlone(questionPage(words, chosen, own.lines()));
  }

  const stop = record.watch(own.follow);
  el.append(root);
  return () => { stop(); own.stop(); root.remove(); };
}

export default { render };
