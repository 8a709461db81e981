/**
 * Should I ask someone? One clue at a time; where each answer leads is looked up in a table, as
 * the page knows no rule. Answers tell of somebody's health: they live in this script, while the
 * page is open, and are neither stored nor told to Python.
 *
 * @typedef State
 * @property {object} words    what is said around the clues
 * @property {object[]} people [{id, name, tell, step}]
 * @property {object} clues    {id: {question, choices, tell, calm_too}}
 * @property {object[]} steps  [{clue, yes, no, unsure, most} or {band, because}]
 * @property {object} bands    {id: {place, name, says, what_to_do, for_baby, call, signs}}
 */

let asking = 0;

function render({ model, el }) {
  /** @type {State} */
  const { words, people, clues, steps, bands } = Object.fromEntries(
    ["words", "people", "clues", "steps", "bands"].map((trait) => [trait, model.get(trait)]));
  const name = `milia-ask-someone-${++asking}`;
  const stage = make("div");
  const root = make("div", { className: "milia milia-ask-someone" },
    make("h3", { textContent: words.title }), stage, onPaper());
  settle(root, model);

  let person = null;
  let said = []; // [{step, answer}] so far

  const button = (textContent, onclick, className = "") =>
    make("button", { type: "button", textContent, onclick, className });

  /** A question and its buttons; `before` is what was said to it last time. */
  function question(text, choices, before) {
    const title = make("h4", { id: name, tabIndex: -1, textContent: text });
    const group = make("div", { className: "milia-ask-someone-choices", role: "group" },
      ...choices.map(([label, go]) => {
        const node = button(label, go);
        if (label === before) node.setAttribute("aria-current", "true");
        return node;
      }));
    group.setAttribute("aria-labelledby", name);
    return { title, group };
  }

  function start(before) {
    const { title, group } = question(words.who,
      people.map((each) => [each.name, () => { person = each; said = []; show(); }]), before);
    group.dataset.layout = "list";
    stage.replaceChildren(
      make("p", {}, words.lead),
      bullets([words.no_diagnosis, words.unsure, words.private, words.emergency]),
      title, group);
    return title;
  }

  function ask(step, before) {
    const clue = clues[step.clue];
    const { title, group } = question(clue.question, Object.entries(ANSWERS).map(
      ([answer, label]) => [label, () => { said.push({ step, answer }); show(); }]), before);
    const most = said.length + step.most;
    const count = said.length + 1 === most ? `Clue ${most}, the last one`
      : `Clue ${said.length + 1} of at most ${most}`;
    stage.replaceChildren(
      make("p", { className: "milia-ask-someone-note", textContent: count }),
      title,
      ...(clue.choices.length ? [bullets(clue.choices)] : []),
      group,
      make("p", { className: "milia-ask-someone-note", textContent: words.unsure }),
      ways(button("Back", back)));
    return title;
  }

  function end({ band, because }) {
    const answerTo = (id) => said.find(({ step }) => step.clue === id)?.answer ?? "yes";
    const { node, title } = resultPage({
      band: bands[band], id: band, person, words,
      because: because.map((id) => ({ ...clues[id], answer: answerTo(id) })),
      answered: [[words.who, person.name], ...said.map(({ step, answer }) => {
        const { question: text, choices } = clues[step.clue];
        return [choices.length ? `${text} (${choices.join("; ")})` : text, ANSWERS[answer]];
      })],
    });
    stage.replaceChildren(node,
      ways(button("Print this result", () => printResult(node), "milia-ask-someone-print"),
        button("Back", back)),
      make("p", { className: "milia-ask-someone-note", textContent: words.private }));
    return title;
  }

  function ways(...buttons) {
    const again = button("Start again", () => { person = null; said = []; show(); });
    return make("div", { className: "milia-ask-someone-ways" }, ...buttons, again);
  }

  function back() {
    const last = said.pop();
    const before = last ? ANSWERS[last.answer] : person.name;
    if (!last) person = null;
    show(before);
  }

  /** Show where we are; the ear and the keyboard go to the new question or result. */
  function show(before) {
    draw(before).focus();
  }

  function draw(before) {
    const last = said.at(-1);
    const step = person && steps[last ? last.step[last.answer] : person.step];
    root.dataset.at = !person ? "start" : step.clue ? "clue" : "result";
    if (!person) return start(before);
    return step.clue ? ask(step, before) : end(step);
  }

  /** What stands on paper while there is no result: every clue, the most urgent band first. */
  function onPaper() {
    return make("div", { className: "milia-ask-someone-list" },
      make("p", {}, words.no_diagnosis),
      ...Object.values(bands).sort((a, b) => a.place - b.place).flatMap((band) => [
        make("p", {}, make("strong", {}, `${band.name}. `),
          [band.what_to_do, band.for_baby].filter(Boolean).join(" ")),
        bullets(band.signs)]));
  }

  draw();
  el.append(root);
  return () => root.remove();
}

export default { render };
