// The host of a page without a kernel: it mounts anywidgets from the state the page carries, as
// the anywidget front-end module (AFM) asks of any host. It knows no widget of the course.
//
// The page holds for each view <div class="output" data-model="ID"><div class="fallback">…</div></div>
// and in one or more <script type="application/json" class="milia-state"> its models:
//   {ID: {"module": address of its script, "name": its own there, if it holds several,
//     "traits": {name: value}, "rest": address of a module with its large traits, if any}}
// A <template id="milia-broken"> has the words for a widget that fails.

const REFERENCE = /^(?:IPY_MODEL_|anywidget:)/;

/** Whether two values of a trait are alike: a change to an equal list is no change. */
function alike(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length
    && names.every((name) => Object.hasOwn(b, name) && alike(a[name], b[name]));
}

/** The traits of one widget, and who listens to them; its views share it. */
class Model {
  #traits;
  #heard = []; // {name, hear, face}
  #changing = false;
  #pending = false;

  constructor(traits) { this.#traits = { ...traits }; }

  /** Take in the traits that came later, before anybody has a face of this model. */
  complete(traits) { Object.assign(this.#traits, traits); }

  /**
   * The model as one of its users sees it. `off()` without a name forgets what this user asked
   * for and no more, and so does the end of the signal.
   */
  face(signal, manager) {
    const face = {
      get: (name) => this.#traits[name],
      set: (name, value) => { this.#set(typeof name === "string" ? { [name]: value } : name); return face; },
      save_changes() {}, // nobody to tell: what was set is all there is
      send() {}, // no Python listens, as in a notebook that lost its kernel
      on: (names, hear) => {
        for (const name of names.split(/\s+/)) this.#heard.push({ name, hear, face });
        return face;
      },
      off: (names, hear) => {
        this.#forget(face, names?.split(/\s+/), hear);
        return face;
      },
      widget_manager: manager,
    };
    signal.addEventListener("abort", () => this.#forget(face));
    return face;
  }

  /** First every change is made, then each is told, then that something changed. */
  #set(wanted) {
    const changed = Object.keys(wanted).filter((name) => !alike(this.#traits[name], wanted[name]));
    const nested = this.#changing;
    Object.assign(this.#traits, wanted);
    this.#changing = true;
    this.#pending ||= changed.length > 0;
    for (const name of changed) this.#tell(`change:${name}`, this.#traits[name]);
    if (nested) return;
    while (this.#pending) {
      this.#pending = false;
      this.#tell("change");
    }
    this.#changing = false;
  }

  #tell(event, ...values) {
    for (const { name, hear, face } of [...this.#heard]) {
      if (name !== event) continue;
      // One listener's mistake is reported and takes nothing from the others.
      try { hear(face, ...values); } catch (error) { queueMicrotask(() => { throw error; }); }
    }
  }

  #forget(face, names, hear) {
    this.#heard = this.#heard.filter((one) => one.face !== face
      || (names && !names.includes(one.name)) || (hear && one.hear !== hear));
  }
}

/** Call what a widget left to be called at the end, whatever comes of it. */
async function cleanUp(leave) {
  try { await leave?.(); } catch (error) { console.warn("A widget did not clean up.", error); }
}

/** Do it at the end of this signal, or now if that is past. */
function atTheEnd(signal, leave) {
  if (signal.aborted) cleanUp(leave);
  else signal.addEventListener("abort", () => cleanUp(leave), { once: true });
}

/** No Python answers a command here: say so at once instead of letting the widget wait. */
const invoke = async (name) => { throw new Error(`This page has no kernel to answer "${name}".`); };

/** A module of the page, loaded once; a page that is one file holds it (site/held.js). */
const load = (address) =>
  import(globalThis.miliaScripts?.get(address) ?? new URL(address, document.baseURI));

/** Everything that lives on a page: models by id, each woken once, and the views of them. */
class Host {
  #models;
  #live = new Map();
  #end = new AbortController();

  constructor(models) { this.#models = models; }

  /** Wake a model, and those it asks for; its `initialize` runs once, before its first view. */
  #wake(ref) {
    const id = String(ref).replace(REFERENCE, "");
    if (!Object.hasOwn(this.#models, id)) throw new Error(`This page has no widget ${id}.`);
    if (!this.#live.has(id)) {
      const { module, name, traits, rest } = this.#models[id];
      const found = { model: new Model(traits) };
      this.#live.set(id, found);
      found.whole = rest ? load(rest).then((more) => found.model.complete(more.default)) : null;
      found.ready = this.#start(found, module, name);
      found.ready.catch(() => {}); // told by each view that waits for it
    }
    return this.#live.get(id);
  }

  async #start(found, address, name = "default") {
    const { signal } = this.#end;
    const [module] = await Promise.all([load(address), found.whole]);
    const made = module.render ? { render: module.render } : module[name];
    if (!made) throw new Error(`${address} has no ${name} export.`);
    const widget = typeof made === "function" ? await made() : made;
    const left = await widget.initialize?.({
      model: found.model.face(signal, this.#manager(signal)), signal, experimental: { invoke },
    });
    if (typeof left === "function") atTheEnd(signal, left); else found.exports = left;
    return widget;
  }

  /** Widgets in widgets, as ipywidgets' manager gives their models … */
  #manager(signal) {
    return { get_model: (ref) => this.#face(ref, signal) };
  }

  /** … and as anywidget's host gives models and views. */
  #host(signal) {
    return {
      getModel: (ref) => this.#face(ref, signal),
      getWidget: async (ref) => {
        const found = this.#wake(ref);
        await found.ready;
        const render = async ({ el, signal: own = signal }) => { await this.#view(ref, el, own); };
        return { exports: found.exports, render };
      },
    };
  }

  async #face(ref, signal) {
    const { model, whole } = this.#wake(ref);
    await whole;
    return model.face(signal, this.#manager(signal));
  }

  async #view(ref, el, signal) {
    const { model, ready } = this.#wake(ref);
    const widget = await ready;
    if (!widget.render) return false;
    const face = model.face(signal, this.#manager(signal));
    const left = await widget.render({ model: face, el, signal, host: this.#host(signal), experimental: { invoke } });
    atTheEnd(signal, left);
    return !signal.aborted;
  }

  /** Show a widget in its place; what stood there gives way only when the widget has come. */
  async show(place) {
    const fallback = place.querySelector(":scope > .fallback");
    const el = document.createElement("div");
    const view = new AbortController();
    const leave = () => { view.abort(); el.remove(); if (fallback) fallback.hidden = false; };
    el.dataset.coming = ""; // laid out and unseen (page.css), so that it can measure itself
    place.append(el);
    this.#end.signal.addEventListener("abort", leave);
    try {
      if (!await this.#view(place.dataset.model, el, view.signal)) return leave();
      if (fallback) fallback.hidden = true;
      delete el.dataset.coming;
    } catch (error) {
      console.error(error);
      leave();
      const words = document.getElementById("milia-broken")?.content.cloneNode(true);
      if (words) place.prepend(words);
    }
    return undefined;
  }

  destroy() { this.#end.abort(); }
}

/** Mount every widget of the page; `done` when each has come or has failed. */
export function mount(root = document) {
  const states = [...root.querySelectorAll(".milia-state")].map((part) => JSON.parse(part.textContent));
  const models = Object.assign({}, ...states);
  const host = new Host(models);
  const places = [...root.querySelectorAll(".output[data-model]")];
  return { done: Promise.all(places.map((place) => host.show(place))), destroy: () => host.destroy() };
}

export const page = document.getElementById("milia-broken") ? mount() : null;
page?.done.then(() => { document.documentElement.dataset.mounted = ""; });
