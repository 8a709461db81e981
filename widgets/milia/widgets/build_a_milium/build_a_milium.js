/**
 * A blank slice and a tray of parts. What belongs stays on the slice; what does not stands beside it,
 * comes back to the tray, and its reason stays there to be read.
 *
 * @typedef State
 * @property {string} title
 * @property {string} lead
 * @property {string} caption
 * @property {{id: string, name: string, word: string, reason: string, belongs: boolean, picture: string}[]} parts
 * @property {Object<string, string>} states   what is said of the slice, by the ids on it
 * @property {{alt: string, belong: string, come_back: string}} labels
 * @property {string} slice                    layers as SVG; "@-" stands before every id
 * @property {string} look
 * @property {string[]} placed
 */

const KEPT = `${KEEP}build`;

/** The parts on the slice as this browser keeps them; null where it keeps nothing. */
function keptParts() {
  try { return (localStorage.getItem(KEPT) ?? "").split(" "); } catch { return null; }
}

function keepParts(ids) {
  try {
    if (ids.length) localStorage.setItem(KEPT, ids.join(" "));
    else localStorage.removeItem(KEPT);
    return true;
  } catch { return false; }
}

/** A row of the list on paper. */
function onPaper({ name, reason }) {
  return make("li", {}, make("strong", { textContent: `${name}.` }), ` ${reason}`);
}

function render({ model, el }) {
  /** @type {State} */
  const { title, lead, caption, parts, states, labels, slice, look } = Object.fromEntries(
    ["title", "lead", "caption", "parts", "states", "labels", "slice", "look"].map((t) => [t, model.get(t)]));
  dress(look);
  const own = `m${Math.random().toString(36).slice(2, 9)}-`;
  const picture = (source) => drawn(source.replaceAll("@-", own));
  const belonging = parts.filter(({ belongs }) => belongs);
  const others = parts.filter(({ belongs }) => !belongs);
  const done = belonging.map(({ id }) => id).join(" ");
  const on = () => belonging.map(({ id }) => id).filter((id) => model.get("placed").includes(id));
  const back = new Set(); // parts that came back
  let isKept = true;

  const skin = picture(slice);
  const layers = [...skin.querySelectorAll("[data-layer]")];
  const slot = skin.querySelector("[data-slot]");
  const state = make("p", { className: "milia-build-state" });
  const again = make("button", { type: "button", textContent: "Start again", onclick: startAgain });
  const region = make("div", { className: "milia-spoken", ariaLive: "polite" });

  const cards = parts.map((part) => {
    const button = make("button", { type: "button", ariaLabel: `${part.name}: ${part.word}`, onclick: () => press(part) },
      make("span", { className: "milia-build-picture" }, picture(part.picture)),
      make("span", {}, make("strong", { textContent: part.name }), make("span", { textContent: part.word })));
    const tag = make("strong");
    const reason = make("p", { id: `${own}${part.id}-reason`, hidden: true }, tag, ` ${part.reason}`);
    return { part, button, tag, reason, item: make("li", {}, button, reason) };
  });

  const root = make("div", { className: "milia milia-build" },
    make("h3", { textContent: title }), make("p", { textContent: lead }),
    make("div", { className: "milia-build-table" },
      make("div", { className: "milia-build-slice" }, skin),
      make("ul", { ariaLabel: "Parts", className: "milia-build-tray" }, ...cards.map(({ item }) => item)),
      state),
    again,
    make("div", { className: "milia-build-paper" },
      make("p", { textContent: labels.belong }), make("ol", {}, ...belonging.map(onPaper)),
      make("p", { textContent: labels.come_back }), make("ul", {}, ...others.map(onPaper)),
      make("p", { textContent: states[done] })),
    make("p", { className: "milia-build-note", textContent: caption }), region);
  settle(root, model);

  /** Whether a layer of the slice is seen. */
  function isSeen(layer, placed) {
    const [kind, id] = layer.split("-");
    if (kind === "missing") return !placed.includes(id);
    if (kind === "mark") return placed.includes(id);
    if (kind === "flat") return !placed.includes("roof");
    if (kind === "empty") return placed.includes("wall") && !placed.includes("keratin");
    if (kind === "beside") return slot.hasChildNodes();
    return placed.includes(kind);
  }

  /** Show what the model says, and what came back. */
  function show() {
    const placed = on(), key = placed.join(" ");
    for (const layer of layers) layer.toggleAttribute("data-off", !isSeen(layer.dataset.layer, placed));
    skin.setAttribute("aria-label", key === done ? labels.alt : states[key]);
    state.textContent = states[key];
    state.toggleAttribute("data-done", key === done);
    for (const { part, button, tag, reason, item } of cards) {
      const count = placed.includes(part.id) && belonging.indexOf(part) + 1;
      item.dataset.state = count ? "on" : back.has(part.id) ? "back" : "";
      tag.textContent = count ? `On the slice, number ${count}.` : "Came back.";
      reason.hidden = !item.dataset.state;
      button.ariaDisabled = String(Boolean(count));
      if (reason.hidden) button.removeAttribute("aria-describedby");
      else button.setAttribute("aria-describedby", reason.id);
    }
    again.ariaDisabled = String(!key && !back.size);
  }

  function set(placed) {
    model.set("placed", placed);
    model.save_changes();
    show();
  }

  function press(part) {
    if (on().includes(part.id)) return announce(region, `Already on the slice: ${part.name}.`);
    slot.replaceChildren();
    if (part.belongs) {
      const placed = belonging.map(({ id }) => id).filter((id) => id === part.id || on().includes(id));
      isKept = keepParts(placed);
      set(placed);
      return announce(region, `Put in: ${part.name}. ${part.reason} ${states[placed.join(" ")]}`);
    }
    const beside = picture(part.picture);
    slot.setAttribute("viewBox", beside.getAttribute("viewBox"));
    slot.append(...beside.childNodes);
    back.add(part.id);
    show();
    return announce(region, `Came back: ${part.name}. ${part.reason}`);
  }

  function startAgain() {
    if (again.ariaDisabled === "true") return;
    clear();
    isKept = keepParts([]);
    announce(region, `The slice is blank again. ${states[""]}`);
  }

  function clear() {
    back.clear();
    slot.replaceChildren();
    set([]);
  }

  /** Follow what this browser keeps: another tab, or answers that were erased. */
  function follow() {
    const kept = keptParts();
    if (!kept || !isKept || kept.join(" ") === on().join(" ")) return;
    clear();
    set(belonging.map(({ id }) => id).filter((id) => kept.includes(id)));
  }

  model.on("change:placed", show);
  const stop = record.watch(follow);
  if (!on().length) follow();
  show();
  el.append(root);
  return () => {
    stop();
    model.off("change:placed", show);
    root.remove();
  };
}

export default { render };
