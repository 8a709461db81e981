/**
 * Calm skin, bumps and marks in the tone a learner chooses; the course's drawings wear it, too.
 *
 * @typedef {{id: string, name: string, says: string, dark: string | null}} State
 * @typedef {{number: number, name: string, colour: string, mild: number, strong: number}} Tone
 */

const SIDE = 256; // px of a picture

/** Paint a picture that came as a data address; as an image, a page's strict policy refuses it. */
async function paint(canvas, address) {
  const bytes = Uint8Array.from(atob(address.split(",")[1]), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  canvas.getContext("2d").drawImage(picture, 0, 0);
  picture.close();
}

async function render({ model, el }) {
  /** @type {State[]} */
  const states = model.get("states");
  /** @type {Tone[]} */
  const tones = model.get("tones");
  const words = model.get("words");
  const own = `m${Math.random().toString(36).slice(2, 9)}`;
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });
  let isKept = true;

  /** The pictures of a tone, by state; a page fetches those of each tone once. */
  async function picturesOf(number) {
    const ref = model.get("pictures")[number - 1].replace("IPY_MODEL_", "");
    return (await model.widget_manager.get_model(ref)).get("pictures");
  }

  /** A picture with room kept for it, and what is written below. */
  function plate(...below) {
    const canvas = make("canvas", { width: SIDE, height: SIDE, role: "img" });
    return { canvas, node: make("figure", {}, canvas, make("figcaption", {}, ...below)) };
  }

  /** Show a state in a tone, unless another was asked for meanwhile. */
  async function show({ canvas }, state, number) {
    const wanted = `${state.id} ${number}`;
    canvas.dataset.wanted = wanted;
    canvas.ariaLabel = `${state.name}, tone ${number}. ${words.caption}`;
    const pictures = await picturesOf(number);
    if (canvas.dataset.wanted !== wanted) return;
    await paint(canvas, pictures[state.id]);
    canvas.dataset.shown = wanted;
  }

  // -- the tone
  const radios = tones.map(({ number, name }) => make("input", {
    type: "radio", name: `${own}-tone`, value: number, ariaLabel: name, onchange: () => choose(number),
  }));
  const swatches = tones.map(({ number, name, colour }, at) => {
    const swatch = make("span", { className: "milia-tones-swatch" });
    swatch.style.backgroundColor = colour;
    const end = name.split(", ")[1];
    return make("label", {}, radios[at], swatch,
      make("span", { textContent: number }), ...(end ? [make("small", { textContent: end })] : []));
  });
  const status = make("p", { className: "milia-tones-status" });
  const forget = make("button", { type: "button", textContent: words.forget, onclick: () => choose(0) });

  // -- the six pictures
  const heading = make("h4");
  const plates = states.map((state) => {
    const dark = state.dark ? make("p", { textContent: state.dark }) : "";
    return { state, dark, ...plate(make("strong", { textContent: state.name }), make("p", { textContent: state.says }), dark) };
  });

  // -- one state in every tone
  const select = make("select", { id: `${own}-state`, onchange: compare },
    ...states.map(({ id, name }) => make("option", { value: id, textContent: name })));
  select.value = "pustule";
  const row = tones.map(({ number }) => ({ number, ...plate(`Tone ${number}`) }));
  const all = make("details", { ontoggle: compare },
    make("summary", { textContent: words.compare }),
    make("label", { htmlFor: select.id, textContent: `${words.compare_ask} ` }, select),
    make("div", { className: "milia-tones-all" }, ...row.map(({ node }) => node)));

  function compare() {
    if (!all.open) return;
    const state = states.find(({ id }) => id === select.value);
    for (const one of row) show(one, state, one.number).catch(console.error);
  }

  const root = make("div", { className: "milia milia-tones" },
    make("h3", { textContent: words.title }), make("p", { textContent: words.lead }),
    make("fieldset", {}, make("legend", { textContent: words.choose }),
      make("div", { className: "milia-tones-choice" }, ...swatches)),
    status, forget, heading,
    make("div", { className: "milia-tones-six" }, ...plates.map(({ node }) => node)),
    make("p", { className: "milia-tones-note" }, make("strong", { textContent: words.caption }), ` ${words.note}`),
    all, rednessChart(tones, words), region);
  settle(root, model);

  function choose(number) {
    isKept = tone.choose(number);
    follow();
    if (number) announce(region, `${tones[number - 1].name}. ${isKept ? "" : words.not_kept}`);
    else { radios[words.middle - 1].focus(); announce(region, words.none); }
  }

  /** Show the tone that is worn, whoever chose it. */
  function follow() {
    const chosen = tone.worn(), number = chosen || words.middle;
    for (const [at, radio] of radios.entries()) radio.checked = at + 1 === chosen;
    for (const [at, one] of row.entries()) one.node.toggleAttribute("data-chosen", at + 1 === chosen);
    heading.textContent = `In tone ${number}`;
    status.textContent = chosen ? (isKept ? words.kept : words.not_kept) : words.none;
    forget.hidden = !chosen;
    for (const { dark } of plates) if (dark) dark.hidden = number < words.dark_from;
    return Promise.all(plates.map((one) => show(one, one.state, number).catch(console.error)));
  }

  const stop = tone.watch(follow);
  el.append(root);
  await follow(); // a page that is printed as soon as all has come has the pictures, too
  return () => { stop(); root.remove(); };
}

export default { render };
