/**
 * Ask one item, or a set one by one. Everything is answered here, from the table of parts; a
 * kernel is not needed. The learner's browser keeps the answers (shared.js, record).
 *
 * @typedef State
 * @property {object[]} items     [{id, type, stem, by, choices, places, cases, rules, picture, parts, hint, reveal, idea, taught, before}]
 * @property {boolean} ask_sure   whether to ask "How sure are you?"
 * @property {boolean} pre_test   whether to say nothing of right and wrong
 * @property {boolean} post_test  whether to end with the pre-test's answers beside these
 * @property {object[]} answers   [{item, response, sure, attempt, at, first}], the newest last
 * @property {string} item        the item answered last
 * @property {string[]} response  what it was answered with
 * @property {number} attempt     how often anything was answered here
 */

let quizzes = 0;

function render({ model, el }) {
  const items = model.get("items");
  const isSet = items.length > 1;
  const name = `milia-quiz-${++quizzes}`;
  const keyOf = (id) => `${model.get("pre_test") ? "pre-test" : "item"}:${id}`;
  const answerTo = (id) => model.get("answers").find((answer) => answer.item === id);

  const asked = items.map((item, at) =>
    askItem(item, { name: `${name}-${at}`, model, onCheck: (said) => check(item, said) }));
  const note = make("output", { className: "milia-quiz-note" });
  const root = make("div", { className: "milia milia-quiz" }, ...asked.map(({ form }) => form), note);
  const steps = isSet ? stepThrough(root, items, asked, { model, answerTo }) : null;
  settle(root, model);

  let aloud = ""; // the item that is being answered here and now

  /** Tell the model; Python reads along where there is one. */
  function tell(answers) {
    const last = answers.at(-1);
    model.set("answers", answers);
    model.set("item", last?.item ?? "");
    model.set("response", last?.response ?? []);
    model.set("attempt", answers.reduce((sum, answer) => sum + answer.attempt, 0));
    model.save_changes();
  }

  function check(item, said) {
    const before = answerTo(item.id);
    const wiped = before && kept.has(keyOf(item.id)) && !record.read(keyOf(item.id));
    // The newest of all, also where the clock was put back.
    const at = Math.max(Date.now(), ...[record.erasedAt(), ...model.get("answers").map((each) => each.at)].map((t) => t + 1));
    const answer = { ...said, attempt: (before?.attempt ?? 0) + 1, at, first: before?.first ?? { ...said, at } };
    aloud = item.id;
    tell([...model.get("answers").filter((other) => other !== before), { item: item.id, ...answer }]);
    aloud = "";
    keep({ [keyOf(item.id)]: answer }, wiped);
    if (model.get("pre_test")) steps?.on();
  }

  const kept = new Set(); // what this page has seen kept: if it is gone, the browser cleared it
  function keep(answers, wiped) {
    const works = record.write(answers);
    if (works) for (const key of Object.keys(answers)) kept.add(key);
    const text = works
      ? wiped && "This browser has cleared older answers by itself. It may do so again."
      : "This browser cannot keep your answers. They last until you leave this page.";
    if (text && note.textContent !== text) announce(note, text);
    if (!text) note.replaceChildren();
  }

  /** Take over what the learner's record says, also after another page or tab has changed it. */
  function adopt(isNew) {
    const erased = record.erasedAt();
    const lacking = {};
    const now = items.flatMap((item) => {
      const here = answerTo(item.id), there = record.read(keyOf(item.id));
      const own = here?.at > erased ? here : null;
      if (there) kept.add(keyOf(item.id));
      else if (!own) kept.delete(keyOf(item.id));
      if (isNew && own && !(there?.at >= own.at)) lacking[keyOf(item.id)] = bare(own);
      const newest = own && !(there?.at > own.at) ? own : there && { item: item.id, ...there };
      return newest && outcomeOf(item, newest.response) ? [newest] : [];
    }).sort((a, b) => a.at - b.at);
    const mark = (answers) => answers.map(({ item, at }) => item + at).join();
    if (mark(now) !== mark(model.get("answers"))) tell(now);
    if (Object.keys(lacking).length) keep(lacking);
  }

  function show() {
    items.forEach((item, at) => asked[at].show(answerTo(item.id), item.id === aloud));
    steps?.show();
  }

  /** Ask an item again, without the answer of an earlier day. */
  function askAfresh() {
    const at = askedFor(items);
    if (at < 0 || model.get("pre_test")) return;
    steps?.go(at);
    if (!isOfToday(answerTo(items[at].id))) asked[at].show(null);
    bringIntoSight(asked[at]);
  }

  adopt(true);
  show();
  steps?.start();
  model.on("change:answers", show);
  const unwatch = record.watch(() => adopt(false));
  const unprint = [whilePrinting(() => asked.forEach((each) => each.toPaper(true)), () => asked.forEach((each) => each.toPaper(false)))];
  if (!model.get("pre_test")) unprint.push(answersOnPaper(answerKey(items), root));
  el.append(root);
  askAfresh();
  return () => { model.off("change:answers", show); unwatch(); for (const stop of unprint) stop(); root.remove(); };
}

/** What the record keeps of an answer: its key names the item. */
function bare({ response, sure, attempt, at, first }) {
  return { response, sure, attempt, at, first };
}

export default { render };
