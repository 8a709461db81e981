/**
 * The learner's own page: what is known by now, what was a surprise, before and after, what to look
 * at again, a sheet to take along, and every answer. All of it happens here, in the browser;
 * nothing of it is told to Python.
 *
 * @typedef Asked
 * @property {string} key      under which the browser keeps the answer
 * @property {string} lesson   the id of its lesson, which is the name of the notebook
 * @property {string} idea     the id of its idea
 * @property {string} type
 * @property {string} stem
 * @property {{id: string, text: string}[]} choices  and places, rules where it has any
 * @property {{element: string, place: string, points: number}[]} parts  none where it is no
 *   mistake, or not told yet
 *
 * @typedef State
 * @property {object[]} parts     [{id, title, lead, empty}] in the order of the page
 * @property {object} lessons     {id: title}
 * @property {object} ideas       {id: {name, again: {text, lesson, heading}}}
 * @property {Asked[]} items      in the order of the course
 * @property {object[]} beliefs   [{id, belief, correction, told, pairs}]
 * @property {object} sheet       {own, private, not_kept, bands, notes}
 */

/** Parts that open and close, and stay as they are when the page is shown anew. */
function folds() {
  const open = new Set();
  return (key, title, ...children) => {
    const node = make("details", { open: open.has(key) }, make("summary", {}, title), ...children);
    node.addEventListener("toggle", () => (node.open ? open.add(key) : open.delete(key)));
    return node;
  };
}

/** The parts of the page at a glance; the eye and the focus go to the one chosen. */
function contents(headings) {
  const links = headings.map((heading) => make("a", { href: `#${heading.id}`, textContent: heading.textContent,
    onclick(event) {
      event.preventDefault(); // JupyterLab would take it for the address of a notebook
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    } }));
  return make("nav", { ariaLabel: "On this page" }, make("ul", {}, ...links.map((link) => make("li", {}, link))));
}

/** To save, load and erase all of it; what came of it is said in the live region. */
function desk(root) {
  const button = (textContent, onclick, kind = "") =>
    make("button", { type: "button", className: `milia-button ${kind}`, textContent, onclick });
  const note = make("p", { className: "milia-my-answers-note" });
  const status = make("output", { className: "milia-my-answers-status" });
  const input = make("input", { type: "file", accept: ".json,application/json" });

  function save() {
    if (!Object.keys(record.all()).length) return tell(status, "There are no answers to save yet.");
    saveAnswers();
    tell(status, SAVED);
  }

  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const outcome = await loadAnswers(file);
    input.value = ""; // so that the same file can be chosen again once it is mended
    tell(status, outcome);
  });

  const node = make("div", { className: "milia-my-answers-desk" }, note,
    make("div", { className: "milia-buttons" },
      button("Save to a file", save),
      make("label", { className: "milia-button milia-outline" }, "Load from a file", input),
      button("Erase my answers", () => askToErase(root, status), "milia-outline")),
    status);
  return { node, show() { note.textContent = keeping(); } };
}

const PARTS = {
  "what-i-know": knows, "sure-but": sureBut, "before-and-after": beforeAfter, "look-again": lookAgain,
  "all-answers": chapters,
};

function render({ model, el }) {
  const state = Object.fromEntries(["lessons", "ideas", "items", "beliefs"].map((name) => [name, model.get(name)]));
  const { items, lessons } = state;
  const parts = model.get("parts"); // a list: a saved notebook sorts the keys of what is none
  const words = Object.fromEntries(parts.map((part) => [part.id, part]));
  const keys = items.map(({ key }) => key);
  const byKey = Object.fromEntries(items.map((item) => [item.key, item]));
  const fold = folds();
  const root = make("div", { className: "milia milia-my-answers" });
  const total = make("p", { className: "milia-my-answers-total" });
  const start = make("p", { className: "milia-my-answers-start" }, "A good place to start: ",
    lessonLink(lessons[items[0].lesson], items[0], model), ".");
  const keeper = desk(root);
  const sheet = takeHome(model.get("sheet"), words["take-home"].empty);
  const slots = {};
  const headings = [];
  const sections = parts.map(({ id, title, lead }) => {
    const heading = make("h2", { id: `milia-my-answers-${id}`, tabIndex: -1, textContent: title });
    headings.push(heading);
    slots[id] = make("div", {}, ...(id === "take-home" ? sheet.nodes : []));
    const section = make("section", {}, heading, make("p", { className: "milia-my-answers-lead", textContent: lead }),
      slots[id], ...(id === "all-answers" ? [keeper.node] : []));
    section.setAttribute("aria-labelledby", heading.id);
    section.dataset.part = id;
    return section;
  });
  root.append(total, start, contents(headings), ...sections);
  settle(root, model);

  let today;
  function show() {
    today = dayOf(Date.now());
    const answers = record.all();
    const number = countOf(keys, answers);
    const count = Object.keys(answers).length;
    const page = { ...state, words, model, fold, answers, byKey, today,
      strange: count - number, hasAnswers: number > 0 };
    total.textContent = number ? `You have answered ${number} of ${inWords(keys.length, "question")}.`
      : "You have not answered a question yet. That is fine.";
    start.hidden = number > 0;
    for (const [id, part] of Object.entries(PARTS)) slots[id].replaceChildren(...part(page));
    sheet.show(page);
    keeper.show();
  }

  /** A page left open overnight shows the new day when it is looked at again. */
  const onLook = () => { if (!document.hidden && dayOf(Date.now()) !== today) show(); };

  show();
  const stop = record.watch(show);
  document.addEventListener("visibilitychange", onLook);
  el.append(root);
  return () => {
    stop();
    sheet.stop();
    document.removeEventListener("visibilitychange", onLook);
    root.remove();
  };
}

export default { render };
