/**
 * A pinch, and what it does to slices of skin. One drawing for each frame of the browser, however
 * fast the slider goes; nothing plays by itself.
 *
 * @typedef State
 * @property {number} pinch   per cent
 * @property {object} words   all that is said
 * @property {string} data    the solution, as base64
 * @property {number} finger  mm from the middle to a finger
 */
const ONCE = 7000; // ms there and back
let labs = 0;

function render({ model, el }) {
  /** @type {State} */
  const words = model.get("words"), laid = laidOut(model.get("data"), model.get("finger"));
  const own = `milia-squeeze-${++labs}`, most = words.levels.at(-1).upto;
  const still = matchMedia("(prefers-reduced-motion: reduce)"), paper = matchMedia("print"), dark = matchMedia("(prefers-color-scheme: dark)");
  const levelOf = (pinch) => words.levels.find(({ upto }) => pinch <= upto).word;
  let stressed = false, colors = null, frame = 0, timer = 0, playing = false, before = 0;
  const put = (node, words) => { if (node.textContent !== words) node.textContent = words; };

  const slider = make("input", { type: "range", min: 0, max: most, step: 0.25, id: `${own}-pinch` });
  const label = text("label", words.slider), level = text("p", "", "milia-squeeze-level");
  label.htmlFor = slider.id;
  const play = make("button", { type: "button", onclick: () => (playing ? stop() : start()) });
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });
  const radios = (name, legend, choices, choose, className) => make("fieldset", { className },
    text("legend", legend), make("div", {}, ...choices.map((choice, at) => {
      const input = make("input", { type: "radio", name: `${own}-${name}`, checked: at === 0, onchange: () => choose(at) });
      return make("label", {}, input, choice);
    })));

  const panels = words.panels.map(({ name, about, states }, place) => {
    const canvas = make("canvas", { role: "img" }), says = text("p", ""), left = text("p", "", "milia-squeeze-number");
    const bar = make("div", { className: "milia-squeeze-bar", ariaHidden: "true" }, make("i"));
    const around = text("p", "", "milia-squeeze-number");
    const flows = states.some((state) => laid.head.cases[state.case].contents === "fluid");
    const fluid = flows ? [left, bar, text("p", words.beside, "milia-squeeze-beside")] : [];
    const panel = { name, about, states, at: 0, canvas };
    const choices = states.length > 1 ? [radios(`o${place}`, words.opening, states.map((s) => s.choice),
      (at) => { panel.at = at; show(); tell(); }, "milia-squeeze-opening")] : [];
    const node = make("section", { className: "milia-squeeze-panel" }, text("h4", name), text("p", about), canvas, ...choices, says, around, ...fluid);
    return Object.assign(panel, { node, show(pinch) {
      const { case: kind, pressed, choice } = states[panel.at], solved = laid.head.cases[kind];
      const said = pinch ? pressed : "";
      put(says, pinch ? pressed : words.rest);
      put(around, pinch && kind !== "healthy"
        ? words.around.replace("{}", rowAt(laid, solved.around, laid.head.step, pinch / 100).toFixed(1)) : "");
      const gone = 100 * rowAt(laid, solved.escaped, 0, pinch / 100);
      put(left, words.left.replace("{}", Math.round(gone)));
      bar.style.setProperty("--left", `${gone}%`);
      panel.said = `${choice ? `${name}, ${choice.toLowerCase()}` : name}. ${said || about}`;
      const heard = `${levelOf(pinch)}. ${panel.said}`;
      if (canvas.ariaLabel !== heard) canvas.ariaLabel = heard;
    } });
  });

  const tissueKey = tissuesOf(words), scaleKey = make("div", {}, text("p", words.legend), scaleOf(words));
  const choose = radios("case", words.choose, panels.map(({ name }) => name), (at) => { pick(at); show(); tell(); }, "milia-squeeze-choose");
  const look = radios("look", words.look, [words.tissue, words.stress], (at) => { stressed = at === 1; show(); }, "milia-squeeze-look");
  const stage = make("div", { className: "milia-squeeze-stage" }, ...panels.map(({ node }) => node));
  const prints = make("div", { className: "milia-squeeze-print" });
  const root = make("div", { className: "milia milia-squeeze" },
    text("h3", words.title), text("p", words.lead),
    choose, look, make("div", { className: "milia-squeeze-ways" }, make("div", {}, label, slider, level), play),
    make("div", { className: "milia-squeeze-view" }, tissueKey, scaleKey, stage), prints, text("p", words.true_size, "milia-squeeze-number"),
    text("p", words.lesson, "milia-squeeze-lesson"),
    make("div", { className: "milia-squeeze-boxes" }, ...words.boxes.map(boxOf)),
    folded(words.sure[0], list(words.sure[1]), ...words.tables.map(tableOf), text("p", words.again)),
    folded(words.leaves_out[0], list(words.leaves_out[1])), region);
  settle(root, model);

  function pick(at) {
    panels.forEach(({ node }, place) => node.toggleAttribute("data-shown", place === at));
  }

  /** Everything as the model has it; drawings wait for the browser's next frame. */
  function show() {
    const pinch = model.get("pinch"), word = levelOf(pinch);
    slider.value = pinch;
    slider.setAttribute("aria-valuetext", word);
    put(level, word);
    tissueKey.hidden = stressed;
    scaleKey.hidden = !stressed;
    for (const panel of panels) panel.show(pinch);
    redraw();
  }

  function redraw() {
    frame ||= requestAnimationFrame(draw);
  }

  function draw() {
    frame = 0;
    colors ??= lookOf(tissueKey, scaleKey, getComputedStyle(root).color, getComputedStyle(root).backgroundColor);
    const pinch = model.get("pinch") / 100;
    for (const { canvas, states, at, isSeen } of panels) {
      if (isSeen) drawSlice(laid, canvas, states[at].case, pinch, { ...colors, stressed });
    }
  }

  /** Give drawings the room they have; an even width, or the two halves show a seam. */
  function measure() {
    for (const panel of panels) {
      const wide = 2 * Math.round((panel.canvas.clientWidth * Math.min(devicePixelRatio, 2)) / 2);
      panel.isSeen = wide > 0;
      if (wide && wide !== panel.canvas.width) size(panel.canvas, wide);
    }
    redraw();
  }

  /** Every case at three pinches, for paper: made when it is wanted. */
  function print() {
    if (!prints.firstChild) printSlices(prints, words, laid, levelOf);
  }

  function move(pinch) {
    model.set("pinch", Math.min(Math.max(pinch, 0), most));
  }

  /** Say the level, then every case that can be seen. */
  function tell() {
    const seen = panels.filter(({ node }) => node.getClientRects().length);
    announce(region, [`${levelOf(model.get("pinch"))}.`, ...seen.map(({ said }) => said)].join(" "));
  }

  function start() {
    playing = true;
    play.textContent = "Pause";
    let from = 0, told = false;
    const go = (time) => {
      from ||= time;
      const way = (time - from) / ONCE;
      if (way >= 1) { move(0); return stop(); }
      const part = 1 - Math.abs(2 * way - 1);
      move(most * (still.matches ? Math.round(3 * part) / 3 : part)); // where less motion is asked for, from still to still
      if (way >= 0.5 && !told) { told = true; move(most); tell(); }
      timer = requestAnimationFrame(go);
    };
    timer = requestAnimationFrame(go);
  }

  function halt() {
    cancelAnimationFrame(timer);
    playing = false;
    play.textContent = "Play";
  }

  function stop() {
    halt();
    commit();
  }

  /** What the learner came to: kept, and said. */
  function commit() {
    model.save_changes();
    tell();
  }

  pinchable(stage, {
    begin() { halt(); before = model.get("pinch"); },
    move(share) { move(before + 1.5 * most * share); },
    end: commit,
  });

  slider.oninput = () => { if (playing) halt(); move(Number(slider.value)); };
  slider.onchange = commit;
  const retheme = () => { colors = null; redraw(); };
  const onPaper = () => { if (paper.matches) print(); };
  const sized = new ResizeObserver(measure), themed = new MutationObserver(retheme);
  for (const { canvas } of panels) sized.observe(canvas);
  for (const node of [document.documentElement, document.body]) themed.observe(node, { attributes: true });
  paper.addEventListener("change", onPaper);
  dark.addEventListener("change", retheme);
  addEventListener("beforeprint", print);
  model.on("change:pinch", show);
  halt();
  pick(0);
  el.append(root);
  show();
  return () => {
    halt();
    cancelAnimationFrame(frame);
    sized.disconnect();
    themed.disconnect();
    paper.removeEventListener("change", onPaper);
    dark.removeEventListener("change", retheme);
    removeEventListener("beforeprint", print);
    model.off("change:pinch", show);
    root.remove();
  };
}

export default { render };
