/**
 * A story, one step at a time. Play goes on by itself, only while the learner lets it, and never
 * where less motion is asked for.
 *
 * @typedef State
 * @property {string} title
 * @property {string} lead
 * @property {string[]} steps     the name of each step
 * @property {string[]} says      what is said of it
 * @property {string[]} pictures  its picture, as SVG; "@-" stands before every id
 * @property {string} caption
 * @property {number} step        from 1
 */

const LONG = 7000; // ms for a step while it plays: two short sentences and a picture
const STILL = "Your device asks for less motion, so nothing plays by itself. Use Next.";

/** A picture with ids of its own. */
function pictureOf(source) {
  const own = `m${Math.random().toString(36).slice(2, 9)}-`;
  return drawn(source.replaceAll("@-", own));
}

function render({ model, el }) {
  /** @type {State} */
  const { title, lead, steps, says, pictures, caption } = Object.fromEntries(
    ["title", "lead", "steps", "says", "pictures", "caption"].map((t) => [t, model.get(t)]));
  const last = steps.length;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = null;

  const button = (textContent, onclick, className = "") =>
    make("button", { type: "button", textContent, onclick, className });
  const count = (number) => `Step ${number} of ${last}`;

  const pages = steps.map((name, at) => make("section", { className: "milia-steps-page" },
    make("div", { className: "milia-steps-picture" }, pictureOf(pictures[at])),
    make("div", {},
      make("p", { className: "milia-steps-note", textContent: count(at + 1) }),
      make("h4", { textContent: name }),
      make("p", { textContent: says[at] }))));
  const choices = steps.map((name, at) => button("", () => choose(at + 1)));
  choices.forEach((choice, at) => choice.append(
    make("span", { ariaHidden: "true", textContent: `${at + 1} ` }), steps[at]));
  const back = button("Back", () => choose(model.get("step") - 1));
  const next = button("Next", () => choose(model.get("step") + 1), "milia-steps-next");
  const play = button("Play", () => (timer ? stop() : start()));
  const why = make("p", { className: "milia-steps-note", textContent: STILL });
  const list = make("ol", { ariaLabel: "Steps" }, ...choices.map((choice) => make("li", {}, choice)));
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });
  const root = make("div", { className: "milia milia-steps" },
    make("h3", { textContent: title }), make("p", { textContent: lead }),
    make("div", { className: "milia-steps-stage" }, ...pages),
    make("div", { className: "milia-steps-ways" }, back, play, next), why,
    list, make("p", { className: "milia-steps-note", textContent: caption }), region);
  settle(root, model);

  /** Show what the model says; only what is shown can be heard and reached. */
  function show() {
    const at = model.get("step") - 1;
    pages.forEach((page, place) => page.toggleAttribute("data-shown", place === at));
    choices.forEach((choice, place) => {
      if (place === at) choice.setAttribute("aria-current", "step");
      else choice.removeAttribute("aria-current");
    });
    back.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === last - 1);
  }

  /** Go to a step, if there is one; it is said once, by `tell`. */
  function go(number) {
    if (number < 1 || number > last || number === model.get("step")) return;
    model.set("step", number);
    model.save_changes();
  }

  function tell() {
    show();
    const number = model.get("step");
    announce(region, `${count(number)}. ${steps[number - 1]}. ${says[number - 1]}`);
  }

  /** The learner takes over. */
  function choose(number) {
    stop();
    go(number);
  }

  function start() {
    play.textContent = "Pause";
    if (model.get("step") === last) go(1);
    wait();
  }

  function wait() {
    timer = setTimeout(() => {
      go(model.get("step") + 1);
      if (model.get("step") === last) stop();
      else wait();
    }, LONG);
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    play.textContent = "Play";
  }

  /** Where less motion is asked for, words stand in place of Play. */
  function settleMotion() {
    if (still.matches) stop();
    play.hidden = still.matches;
    why.hidden = !still.matches;
  }

  list.addEventListener("keydown", (event) => {
    const at = choices.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const there = Math.min(Math.max(to, 0), last - 1);
    choices[there].focus();
    choose(there + 1);
  });

  model.on("change:step", tell);
  still.addEventListener("change", settleMotion);
  settleMotion();
  show();
  el.append(root);
  return () => {
    stop();
    model.off("change:step", tell);
    still.removeEventListener("change", settleMotion);
    root.remove();
  };
}

export default { render };
