/**
 * From the face down to the cell, one view at a time. Each view is a square, and a smaller square in
 * it is all that the next one shows: going there is one even zoom, unless less motion is asked for.
 *
 * @typedef State
 * @property {string} title
 * @property {string} lead
 * @property {string} caption
 * @property {{choose: string, list: string}} labels
 * @property {{id: string, name: string, steps: {name: string, looking: string, says: string,
 *   next: number[]}[]}[]} stories   `next`: left, top and side of the square, as shares
 * @property {string[]} pictures     SVG, step by step, of every story each time; "@-" stands before every id
 * @property {string[]} surfaces     the models that hold the surfaces, one for each skin tone
 * @property {string} story
 * @property {number} step           from 1
 */

const ZOOM = 600; // ms
const FRAMES = 24;

/** The skin tone that the learner chose, from 0; the sixth where none was chosen. */
const toneChosen = () => (tone.worn() || 6) - 1;

/** Paint a picture without an address: a page with a strict policy asks for none. */
async function paint(canvas, image) {
  const bytes = Uint8Array.from(atob(image.match(/base64,([^"]+)/)[1]), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  Object.assign(canvas, { width: picture.width, height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
}

function render({ model, el }) {
  /** @type {State} */
  const { title, lead, caption, labels, stories, pictures, surfaces } = Object.fromEntries(
    ["title", "lead", "caption", "labels", "stories", "pictures", "surfaces"].map((t) => [t, model.get(t)]));
  const own = `m${Math.random().toString(36).slice(2, 9)}-`;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const last = stories[0].steps.length;
  let moves = [], shown = null;

  const choice = (name, value, label, onchange) => {
    const input = make("input", { type: "radio", name: own + name, value, onchange });
    return { input, label: make("label", {}, input, make("span", { textContent: label })) };
  };
  const group = (legend, choices) => make("fieldset", {},
    make("legend", { textContent: legend }), make("div", {}, ...choices.map(({ label }) => label)));

  const views = stories.map((story, row) => story.steps.map((step, at) => {
    const source = pictures[at * stories.length + row];
    const canvas = source.includes("data-surface") && make("canvas", { ariaHidden: "true" });
    const svg = drawn(source.replaceAll("@-", `${own}${row}${at}-`));
    const art = make("div", { className: "milia-zoom-art" }, ...(canvas ? [canvas] : []), svg);
    const node = make("figure", {}, make("div", { className: "milia-zoom-frame" }, art),
      make("figcaption", {},
        make("span", { className: "milia-zoom-note", textContent: `Step ${at + 1} of ${last}` }),
        make("strong", { textContent: step.name }),
        make("span", { textContent: step.looking }), make("span", { textContent: step.says })));
    return { node, art, canvas };
  }));
  const bumps = stories.map(({ id, name }) => choice("story", id, name, () => set(id, model.get("step"))));
  const steps = stories[0].steps.map(({ name }, at) =>
    choice("step", at + 1, `${at + 1} ${name}`, () => set(model.get("story"), at + 1)));
  const button = (textContent, by) => make("button", { type: "button", textContent,
    onclick: () => set(model.get("story"), model.get("step") + by) });
  const back = button("Back", -1), next = button("Next", 1);
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });
  const root = make("div", { className: "milia milia-zoom" },
    make("h3", { textContent: title }), make("p", { textContent: lead }),
    group(labels.choose, bumps),
    make("div", { className: "milia-zoom-stage" }, ...stories.map(({ name }, row) =>
      make("div", { className: "milia-zoom-story" },
        make("p", { className: "milia-zoom-name", textContent: name }), ...views[row].map(({ node }) => node)))),
    make("div", { className: "milia-zoom-ways" }, back, next),
    group(labels.list, steps),
    make("p", { className: "milia-zoom-note", textContent: caption }), region);
  settle(root, model);

  function set(story, step) {
    if (step < 1 || step > last) return;
    model.set("story", story);
    model.set("step", step);
    model.save_changes();
  }

  const rowNow = () => Math.max(0, stories.findIndex(({ id }) => id === model.get("story")));

  /** Show what the model says; only what is shown can be heard. */
  function show() {
    const row = rowNow(), at = model.get("step") - 1;
    views.forEach((line, r) => line.forEach(({ node }, a) => node.toggleAttribute("data-shown", r === row && a === at)));
    bumps.forEach(({ input }, r) => { input.checked = r === row; });
    steps.forEach(({ input }, a) => { input.checked = a === at; });
    back.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === last - 1);
    shown = { row, at };
  }

  function follow() {
    const from = shown, row = rowNow(), at = model.get("step") - 1;
    if (row === from.row && at === from.at) return;
    halt();
    show();
    const { name, steps: said } = stories[row];
    announce(region, `${name}. Step ${at + 1} of ${last}. ${said[at].name}. ${said[at].looking} ${said[at].says}`);
    if (row === from.row && Math.abs(at - from.at) === 1 && !still.matches) zoom(row, from.at, at);
  }

  /** Both views keep one place in common and grow alike, so that it is one picture that comes nearer. */
  function zoom(row, from, to) {
    const outer = views[row][Math.min(from, to)], inner = views[row][Math.max(from, to)];
    const [left, top, side] = stories[row].steps[Math.min(from, to)].next;
    const transformOrigin = `${(100 * left) / (1 - side)}% ${(100 * top) / (1 - side)}%`;
    const path = [...Array(FRAMES + 1).keys()].map((frame) => {
      const time = frame / FRAMES, eased = time * time * (3 - 2 * time);
      return to > from ? eased : 1 - eased; // 0: all of the outer view, 1: all of the inner one
    });
    const grown = (near) => ({ transform: `scale(${side ** -near})`, transformOrigin });
    const come = (near) => ({ ...grown(near - 1), opacity: Math.min(1, near * 3) });
    views[row][from].node.toggleAttribute("data-leaving", true);
    moves = [outer.art.animate(path.map(grown), ZOOM), inner.art.animate(path.map(come), ZOOM),
      outer.art.querySelector("[data-next]").animate(path.map((near) => ({ opacity: Math.max(0, 1 - 5 * near) })), ZOOM)];
    const mine = moves;
    Promise.all(mine.map(({ finished }) => finished)).then(() => { if (moves === mine) halt(); }, () => {});
  }

  function halt() {
    for (const move of moves) move.cancel();
    moves = [];
    for (const { node } of views.flat()) node.removeAttribute("data-leaving");
  }

  /** Face and surface in the tone that is chosen, here or in another tab; only that one is fetched. */
  async function colour() {
    const chosen = toneChosen();
    if (root.dataset.tone === String(chosen + 1)) return;
    root.dataset.tone = chosen + 1;
    const held = await model.widget_manager.get_model(surfaces[chosen].replace("IPY_MODEL_", ""));
    if (root.dataset.tone !== String(chosen + 1)) return;
    views.forEach((line, row) => line.forEach(({ canvas }) => {
      if (canvas) paint(canvas, held.get("pictures")[stories[row].id]);
    }));
  }

  model.on("change:story", follow);
  model.on("change:step", follow);
  const stop = tone.watch(colour);
  colour();
  show();
  el.append(root);
  return () => {
    halt();
    stop();
    model.off("change:story", follow);
    model.off("change:step", follow);
    root.remove();
  };
}

export default { render };
