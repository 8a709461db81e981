/**
 * Show three bumps cut open; a part chosen in one is marked in all, and told in words. Every
 * drawing and sentence is looked up; a kernel is not needed.
 *
 * @typedef State
 * @property {string} part         the part chosen, "" for the whole bump
 * @property {string} site
 * @property {string} size         of the milium
 * @property {string} view         "true" or "stretched"
 * @property {boolean} companions  whether a hair and paper are shown
 * @property {object[]} kinds      [{id, name}]
 * @property {object[]} roles      [{id, name, said, texts, parts}], lists by kind
 * @property {object[]} sites      [{id, name}], and so are sizes and views
 * @property {object} notes        what else is said, by id
 * @property {object} said         what is said of each setting, by "site size view companions"
 * @property {string[]} pieces     what drawings are made of
 * @property {object} drawings     {box, tall, made, at, band} by "kind site size view"
 * @property {string} look         the style of the drawings
 */

const fixed = ["kinds", "roles", "sites", "sizes", "views", "notes", "said", "pieces", "drawings", "look"];
const chosen = ["part", "site", "size", "view", "companions"];

/** All sentences as a table: on paper nothing can be chosen. */
function onPaper({ kinds, roles }) {
  const row = (tag, first, cells) => make("tr", {},
    make("th", { scope: tag === "th" ? "col" : "row" }, first),
    ...cells.map((cell) => make(tag, tag === "th" ? { scope: "col" } : {}, cell)));
  return make("table", { className: "milia-cross-paper" },
    make("thead", {}, row("th", "Part", kinds.map(({ name }) => name))),
    make("tbody", {}, ...roles.map(({ name, texts }) => row("td", name, texts))));
}

function render({ model, el }) {
  /** @type {State} */
  const state = Object.fromEntries(fixed.map((trait) => [trait, model.get(trait)]));
  const fits = (site, size, view) => `milium ${site} ${size} ${view}` in state.drawings;
  const bumps = state.kinds.map((kind, at) => {
    const words = make("figcaption", {});
    const picture = make("div", { className: "milia-cross-picture" });
    const name = make("p", { className: "milia-cross-name" }, kind.name);
    const figure = make("figure", {}, name, picture, words);
    figure.setAttribute("aria-label", kind.name);
    figure.dataset.kind = kind.id;
    const bump = { ...kind, at, words, picture, figure, key: "", drawing: null };
    picture.addEventListener("click", (event) => point(bump, event));
    return bump;
  });
  const controls = makeControls(state, choose);
  const aloud = make("output", { className: "milia-spoken" });
  const setting = make("p", { className: "milia-cross-setting" });
  const root = make("section", { className: "milia milia-cross" },
    controls.part, make("div", { className: "milia-cross-bumps" }, ...bumps.map(({ figure }) => figure)),
    setting, controls.settings,
    make("p", { className: "milia-cross-note" }, state.notes.model), onPaper(state), aloud);
  root.setAttribute("aria-label", "Three white bumps, part by part");
  let told = "", isSetting = false, frame = 0;

  function choose(change) {
    isSetting = true; // all of it changes before any of it is shown
    const now = { ...current(), ...change };
    for (const trait of chosen) model.set(trait, now[trait]);
    if (!fits(now.site, now.size, now.view)) model.set("size", current().size);
    isSetting = false;
    model.save_changes();
    show();
  }

  /** What is set; a size that has no room at this site gives way to one that has. */
  function current() {
    const now = Object.fromEntries(chosen.map((trait) => [trait, model.get(trait)]));
    if (fits(now.site, now.size, now.view)) return now;
    const sizes = state.sizes.map(({ id }) => id).filter((size) => fits(now.site, size, now.view));
    return { ...now, size: sizes.includes("usual") ? "usual" : sizes.at(-1) };
  }

  function point(bump, event) {
    const part = bump.drawing && partAt(bump.drawing, event);
    const role = part && state.roles.find(({ parts }) => parts[bump.at] === part);
    if (role) choose({ part: role.id });
  }

  /** Draw one bump anew if another drawing of it is asked for, and mark the part in it. */
  function showBump(bump, now, role) {
    const key = keyOf(bump.id, now);
    if (key !== bump.key) {
      bump.key = key;
      bump.drawing = drawBump(state, key);
      bump.picture.replaceChildren(bump.drawing?.svg ?? make("p", {}, state.notes["too-deep"]));
      bump.drawing?.svg.setAttribute("aria-label", `${bump.name}. ${state.roles[0].texts[bump.at]}`);
    }
    if (!bump.drawing) return;
    showCompanions(bump.drawing, now.companions && now.view === "true");
    unmark(bump.drawing);
    if (role.id) mark(bump.drawing, role.id, role.parts[bump.at]);
  }

  function show() {
    if (isSetting) return;
    const now = current();
    const role = state.roles.find(({ id }) => id === now.part) ?? state.roles[0];
    const said = state.said[`${now.site} ${now.size} ${now.view} ${now.companions}`];
    controls.show(now, (size) => fits(now.site, size, now.view));
    setting.textContent = said[0];
    for (const bump of bumps) {
      bump.words.textContent = role.texts[bump.at];
      bump.figure.toggleAttribute("data-none", role.id !== "" && !role.parts[bump.at]);
    }
    const sentence = [role.said, ...said].join(" ");
    if (told && told !== sentence) announce(aloud, sentence);
    told = sentence;
    root.dataset.part = role.id;
    // One drawing in each frame: none of them keeps the page from answering.
    cancelAnimationFrame(frame);
    const left = [...bumps];
    const next = () => {
      showBump(left.shift(), now, role);
      if (left.length) frame = requestAnimationFrame(next);
    };
    next();
  }

  settle(root, model);
  dress(state.look);
  show();
  for (const trait of chosen) model.on(`change:${trait}`, show);
  el.append(root);
  return () => {
    cancelAnimationFrame(frame);
    for (const trait of chosen) model.off(`change:${trait}`, show);
    root.remove();
  };
}

export default { render };
