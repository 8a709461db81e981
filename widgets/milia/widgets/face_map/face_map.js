/**
 * A face with places: chosen on the drawing or in the list, one state for both.
 *
 * @typedef {{id: string, name: string, says: string[], often: string}} Place
 * @typedef State
 * @property {string} title
 * @property {string} lead
 * @property {{id: string, name: string, alt: string, facts: string[], places: Place[]}[]} faces
 * @property {{none: string, often: string, unknown: string, unsure: string, caption: string}} labels
 * @property {Object<string, string>} drawings   SVG by face; "@-" stands before every id
 * @property {Object<string, string>[]} skins    custom properties of tone 1 to 10
 * @property {{middle: number, ground: string}} tone
 * @property {string} chosen                     "adult" or "adult/nose"
 */

/** The skin tone that was chosen anywhere in the course: 1 to 10, else this one. */
const chosenTone = (middle) => tone.worn() || middle;

function render({ model, el }) {
  /** @type {State} */
  const { title, lead, faces, labels, drawings, skins, tone: usual } = Object.fromEntries(
    ["title", "lead", "faces", "labels", "drawings", "skins", "tone"].map((t) => [t, model.get(t)]));
  const own = `m${Math.random().toString(36).slice(2, 9)}`;
  const said = ({ says, often }) => [...says, often].join(" ").trim();
  const often = (place) => make("p", {}, make("strong", { textContent: labels.often }), ` ${place?.often || labels.unknown}`);
  const list = (tag, items) => make(tag, {}, ...items.map((item) => make("li", {}, item)));

  /** Native radios in a fieldset, which say which of them is chosen. */
  function radios(name, legend, choices, onchange) {
    const inputs = choices.map(({ id }) =>
      make("input", { type: "radio", name: `${own}-${name}`, value: id, onchange: () => onchange(id) }));
    const box = make("fieldset", { className: `milia-facemap-${name}` }, make("legend", { textContent: legend }),
      make("div", {}, ...choices.map((choice, at) => make("label", {}, inputs[at], make("span", { textContent: choice.name })))));
    return { box, inputs };
  }

  const who = radios("face", "Face", faces, (id) => choose(id, at()));
  const views = faces.map((face) => {
    const prefix = `${own}${face.id}-`;
    const svg = drawn(drawings[face.id].replaceAll("@-", prefix));
    svg.setAttribute("aria-label", face.alt);
    svg.addEventListener("click", ({ target }) => {
      const region = target.closest("[data-region]");
      if (region) choose(face.id, region.dataset.region);
    });
    const regions = [...svg.querySelectorAll("[data-region]")];
    for (const region of regions) {
      const name = document.createElementNS(svg.namespaceURI, "title");
      name.textContent = face.places.find(({ id }) => id === region.dataset.region).name;
      region.prepend(name);
    }
    const where = radios(`place-${face.id}`, "Place on the face", face.places, (id) => choose(face.id, id));
    where.box.className = "milia-facemap-places";
    const paper = make("ol", { className: "milia-facemap-paper" }, ...face.places.map((place) =>
      make("li", {}, make("strong", { textContent: `${place.name}.` }), ` ${said(place)}`)));
    const node = make("div", { className: "milia-facemap-view" },
      make("h4", { className: "milia-facemap-paper", textContent: face.name }),
      make("div", { className: "milia-facemap-picture" }, svg), where.box, paper,
      make("div", { className: "milia-facemap-paper" }, often()),
      make("div", { className: "milia-facemap-facts" }, list("ul", face.facts)));
    return { face, node, svg, regions, prefix, inputs: where.inputs };
  });
  const says = make("div", { className: "milia-facemap-says" });
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });
  const root = make("div", { className: "milia milia-facemap" },
    make("h3", { textContent: title }), make("p", { textContent: lead }), who.box,
    ...views.map(({ node }) => node),
    make("p", { textContent: labels.unsure }),
    make("p", { className: "milia-facemap-note", textContent: labels.caption }), region);
  settle(root, model);

  const at = () => model.get("chosen").split("/")[1] ?? "";
  const view = () => views.find(({ face }) => face.id === model.get("chosen").split("/")[0]);

  /** Choose a face, and a place if this face has it. */
  function choose(id, place) {
    const has = faces.find((face) => face.id === id).places.some((each) => each.id === place);
    const chosen = has ? `${id}/${place}` : id;
    if (chosen === model.get("chosen")) return;
    model.set("chosen", chosen);
    model.save_changes();
  }

  /** Show what the model says. */
  function show() {
    const now = view();
    who.inputs.forEach((input, place) => { input.checked = faces[place] === now.face; });
    for (const each of views) {
      each.node.toggleAttribute("data-off", each !== now);
      for (const input of each.inputs) input.checked = each === now && input.value === at();
      for (const one of each.regions) {
        const isChosen = each === now && one.dataset.region === at();
        one.toggleAttribute("data-chosen", isChosen);
        one.querySelector(".milia-face-edge").setAttribute("fill", isChosen ? `url(#${each.prefix}hatch)` : "transparent");
      }
    }
    now.node.querySelector(".milia-facemap-places").after(says);
    const place = now.face.places.find(({ id }) => id === at());
    if (!place) return says.replaceChildren(make("p", { textContent: labels.none }));
    return says.replaceChildren(make("h4", { textContent: place.name }), list("ul", place.says), often(place));
  }

  function tell() {
    show();
    const { face } = view();
    const place = face.places.find(({ id }) => id === at());
    announce(region, place
      ? `${place.name}. ${place.says.join(" ")} ${labels.often} ${place.often || labels.unknown}`
      : `${face.name}. ${labels.none}`);
  }

  /** Paint both faces in the tone of the learner's choice. */
  function paint() {
    const colours = { ...skins[chosenTone(usual.middle) - 1], "--face-ground": usual.ground };
    for (const { svg } of views) for (const [name, colour] of Object.entries(colours)) svg.style.setProperty(name, colour);
  }

  model.on("change:chosen", tell);
  const stop = tone.watch(paint);
  paint();
  show();
  el.append(root);
  return () => {
    stop();
    model.off("change:chosen", tell);
    root.remove();
  };
}

export default { render };
