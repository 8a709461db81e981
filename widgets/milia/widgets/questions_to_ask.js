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
function questionPage(words, chosen, own) {
  const line = () => make("div", { className: "milia-questions-line" });
  const asked = (children) => make("li", {}, ...children, line(), line());
  const written = own.split("\n").map((text) => text.trim()).filter(Boolean);
  const note = (textContent) => make("p", { className: "milia-questions-note", textContent });
  return make("div", { className: "milia milia-questions milia-questions-paper" },
    make("h3", { textContent: words.title }),
    make("p", { className: "milia-questions-fill" }, "Date", line(), "With", line()),
    make("ol", {},
      ...chosen.map(({ question, why }) => asked([make("strong", { textContent: question }), note(why)])),
      ...written.map((text) => asked([make("strong", { textContent: text })]))),
    note(words.not_legal_advice));
}

/** Print a page alone: everything else stays off the paper. */
function printQuestions(paper) {
  const page = document.documentElement;
  document.querySelector(".milia-questions-paper")?.remove();
  document.body.append(paper);
  page.dataset.miliaQuestions = "";
  addEventListener("afterprint", () => {
    paper.remove();
    delete page.dataset.miliaQuestions;
  }, { once: true });
  print();
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
  const own = make("textarea", { id: name, rows: 4, maxLength: NOTE_MOST, value: record.note() });
  const kept = note(record.works() ? words.private : words.not_kept);
  kept.id = `${name}-kept`;
  own.setAttribute("aria-describedby", kept.id);
  const status = make("output", {});
  const root = make("div", { className: "milia milia-questions" },
    make("h3", { textContent: words.title }), make("p", { textContent: words.lead }),
    make("fieldset", {}, make("legend", { textContent: "Questions to print" }), ...choices),
    make("label", { className: "milia-questions-own", htmlFor: name, textContent: words.own }), own, kept,
    make("button", { type: "button", textContent: "Print these questions", onclick: onPrint }),
    status, note(words.not_legal_advice));
  settle(root, model);

  function onPrint() {
    const chosen = questions.filter((_, at) => boxes[at].checked);
    if (!chosen.length && !own.value.trim()) return announce(status, NONE);
    status.replaceChildren();
    printQuestions(questionPage(words, chosen, own.value));
  }

  own.addEventListener("input", () => {
    if (!record.keepNote(own.value)) kept.textContent = words.not_kept;
  });

  /** Follow what was erased, or written in another tab; where nothing is kept, leave it be. */
  function follow() {
    if (record.works() && own.value !== record.note()) own.value = record.note();
  }

  const stop = record.watch(follow);
  el.append(root);
  return () => { stop(); root.remove(); };
}

export default { render };
