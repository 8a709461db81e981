/**
 * The learner's own answers: seen, saved to a file, loaded and erased. All of it happens here, in
 * the browser; nothing of it is told to Python.
 *
 * @typedef Asked
 * @property {string} key     under which the browser keeps the answer
 * @property {string} lesson  the id of its lesson, which is the name of the notebook
 * @property {string} lesson_title
 * @property {string} idea    what the item is about, in a few words
 * @property {{text: string, lesson: string, heading: string}} again  where it is taught
 * @property {string} stem
 * @property {{id: string, text: string}[]} choices
 * @property {string[]} right ids of the right choices; none where a guess is all that is asked
 *
 * @typedef State
 * @property {Asked[]} items  in the order of the course
 */

const SURE = { guess: "You were guessing.", fairly: "You felt fairly sure.", very: "You felt very sure." };

/** Where a learner stands: clear, clear by now, worth another look; or it was a guess, kept apart. */
function standing({ key, right }, answer) {
  const isRight = ({ response }) =>
    response.length === right.length && right.every((id) => response.includes(id));
  if (!right.length) return key.startsWith("pre-test:") ? "later" : "guess";
  if (!isRight(answer)) return "again";
  return isRight(answer.first) ? "clear" : "cleared";
}

function standingLine(item, answer, model) {
  const state = standing(item, answer);
  const mark = (sign) => make("span", { ariaHidden: "true", textContent: `${sign} ` });
  const words = {
    clear: () => [mark("✓"), "Clear"],
    cleared: () => [mark("✓"), "Clear after another try"],
    again: () => [mark("↻"), "Look again: ", lessonLink(item.again.text, item.again, model)],
    later: () => ["Kept for the end of the course"],
    guess: () => ["A first guess. The lesson tells more."],
  }[state]();
  const line = make("p", { className: "milia-my-answers-standing" }, ...words);
  line.dataset.standing = state;
  return line;
}

function entry(item, answer, model) {
  const texts = answer.response.map((id) => item.choices.find((choice) => choice.id === id)?.text
    ?? "something that is not offered any more");
  const tries = answer.attempt === 1 ? "1 try." : `${answer.attempt} tries.`;
  return make("li", {},
    make("p", { className: "milia-my-answers-idea", textContent: item.idea }),
    make("p", { className: "milia-my-answers-stem", textContent: item.stem }),
    make("p", {}, "You said: ", make("strong", { textContent: texts.join("; ") })),
    make("p", { className: "milia-my-answers-how", textContent: `${SURE[answer.sure] ?? ""} ${tries}`.trim() }),
    standingLine(item, answer, model));
}

/** One lesson: its title, how far the learner is, and each answer. */
function chapter(items, answers, model) {
  const given = items.filter(({ key }) => Object.hasOwn(answers, key));
  const count = answered(items.map(({ key }) => key), answers);
  return make("section", {},
    make("h2", {}, lessonLink(items[0].lesson_title, items[0], model)),
    make("p", { textContent: count || "Not answered yet" }),
    ...(given.length ? [make("ul", {}, ...given.map((item) => entry(item, answers[item.key], model)))] : []));
}

function render({ model, el }) {
  const items = model.get("items");
  const keys = items.map(({ key }) => key);
  const lessons = [...new Set(items.map(({ lesson }) => lesson))]
    .map((lesson) => items.filter((item) => item.lesson === lesson));
  const button = (textContent, onclick, kind = "") =>
    make("button", { type: "button", className: `milia-button ${kind}`, textContent, onclick });

  const total = make("p", { className: "milia-my-answers-total" });
  const note = make("p", { className: "milia-my-answers-note" });
  const status = make("output", { className: "milia-my-answers-status" });
  const list = make("div", { className: "milia-my-answers-list" });
  const input = make("input", { type: "file", accept: ".json,application/json" });
  const root = make("div", { className: "milia milia-my-answers" },
    make("div", { className: "milia-my-answers-desk" }, total, note,
      make("div", { className: "milia-buttons" },
        button("Save to a file", save),
        make("label", { className: "milia-button milia-outline" }, "Load from a file", input),
        button("Erase my answers", () => askToErase(root, status), "milia-outline")),
      status),
    list);
  settle(root, model);

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

  function show() {
    const answers = record.all();
    const number = countOf(keys, answers);
    const strange = Object.keys(answers).length - number;
    total.textContent = number ? `You have answered ${number} of ${inWords(keys.length, "question")}.`
      : "You have not answered a question yet.";
    note.textContent = keeping();
    list.replaceChildren(
      ...(number ? lessons.map((lesson) => chapter(lesson, answers, model))
        : [make("p", {}, "That is fine. A good place to start: ",
          lessonLink(items[0].lesson_title, items[0], model), ".")]),
      ...(strange ? [make("p", { textContent:
        `You also answered ${inWords(strange, "question")} no longer in this course.` })] : []));
  }

  show();
  const stop = record.watch(show);
  el.append(root);
  return () => { stop(); root.remove(); };
}

export default { render };
