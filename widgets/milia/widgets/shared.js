// What the widgets of the course share in the browser. Joined as text in front of each widget's
// own script (see base.py), so nothing here is exported and every name is used by some widget.

/** Make an element with properties and children; text is always text, never HTML. */
function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** What every widget does with its root: keep its keys from JupyterLab, and itself when saved. */
function settle(root, model) {
  // Lab takes plain keys for commands: "d d" deletes the cell.
  root.addEventListener("keydown", (event) => event.stopPropagation());
  keepWhenSaved(model);
}

/** Say something in a live region, also when it is the same as before. */
function announce(region, ...content) {
  region.replaceChildren();
  requestAnimationFrame(() => region.replaceChildren(...content));
}

const KEEP = "milia:";
const NOTE_MOST = 1000; // characters
const ANSWER_KEY = /^(item|pre-test):[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Whether something read from storage or a file has the shape of an answer.
 *
 * @typedef {{response: string[], sure: string}} Said   ids chosen; "", "guess", "fairly" or "very"
 * @typedef {Said & {attempt: number, at: number, first: Said}} Answer   `at` in ms since 1970
 */
function isAnswer(found) {
  const isSaid = (said) => Array.isArray(said?.response) && ["", "guess", "fairly", "very"].includes(said.sure)
    && said.response.length > 0 && said.response.length <= 40
    && said.response.every((id) => typeof id === "string" && /^[\w:-]{1,120}$/.test(id));
  return isSaid(found) && isSaid(found.first) && Number.isSafeInteger(found.at) && found.at > 0
    && Number.isSafeInteger(found.attempt) && found.attempt > 0;
}

/**
 * The learner's own record: answers in this browser, each under a key of its own such as
 * "item:sealed-and-solid-stays-put", and nowhere else. Where a browser refuses to keep them,
 * reading finds nothing, writing says false, and no one else notices.
 */
const record = {
  read(key) {
    try {
      const found = JSON.parse(localStorage.getItem(KEEP + key));
      return isAnswer(found) ? found : null;
    } catch { return null; }
  },

  /** Keep answers, all of them or none; a change that nobody asked for is never left behind. */
  write(answers) {
    const before = [];
    try {
      for (const [key, answer] of Object.entries(answers)) {
        const old = localStorage.getItem(KEEP + key);
        localStorage.setItem(KEEP + key, JSON.stringify(answer)); // refused, it leaves the old one
        before.push([KEEP + key, old]);
      }
    } catch {
      try {
        for (const [key] of before) localStorage.removeItem(key);
        for (const [key, text] of before) if (text !== null) localStorage.setItem(key, text);
      } catch { /* refused from the start: nothing was changed */ }
      return false;
    }
    dispatchEvent(new Event("milia:record"));
    return true;
  },

  /** Every answer kept, by key. */
  all() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEEP)).sort();
      return Object.fromEntries(keys.map((key) => key.slice(KEEP.length))
        .filter((key) => ANSWER_KEY.test(key)).map((key) => [key, record.read(key)])
        .filter(([, answer]) => answer));
    } catch { return {}; }
  },

  /** Forget the learner, colours and own questions included; only the time stays, so that no open page brings
   * older answers back, also where the clock was put back since. */
  erase() {
    try {
      const times = Object.values(record.all()).map(({ at }) => at);
      const latest = Math.max(Date.now(), record.erasedAt(), ...times);
      for (const key of Object.keys(localStorage)) if (key.startsWith(KEEP)) localStorage.removeItem(key);
      localStorage.setItem(`${KEEP}erased`, latest);
    } catch { /* nothing was kept */ }
    dispatchEvent(new Event("milia:record"));
  },

  /** The learner's own questions for a visit: no answer, so they go into no file of answers. */
  note() {
    try { return (localStorage.getItem(`${KEEP}own-questions`) ?? "").slice(0, NOTE_MOST); } catch { return ""; }
  },

  keepNote(text) {
    try {
      if (text) localStorage.setItem(`${KEEP}own-questions`, text.slice(0, NOTE_MOST));
      else localStorage.removeItem(`${KEEP}own-questions`);
      return true;
    } catch { return false; }
  },

  erasedAt() {
    try { return Number(localStorage.getItem(`${KEEP}erased`)) || 0; } catch { return 0; }
  },

  /** Whether this browser keeps anything for us. */
  works() {
    try {
      localStorage.setItem(`${KEEP}probe`, "1");
      localStorage.removeItem(`${KEEP}probe`);
      return true;
    } catch { return false; }
  },

  /** Call back when the record changes, here or in another tab; returns how to stop. */
  watch(callback) {
    // A probe is no change: two tabs would answer each other's for ever.
    const onStorage = ({ key }) => {
      if (key === null || (key.startsWith(KEEP) && key !== `${KEEP}probe`)) callback();
    };
    // "Back" may bring a page as it was left, with answers erased since.
    const onReturn = ({ persisted }) => { if (persisted) callback(); };
    addEventListener("storage", onStorage);
    addEventListener("pageshow", onReturn);
    addEventListener("milia:record", callback);
    return () => {
      removeEventListener("storage", onStorage);
      removeEventListener("pageshow", onReturn);
      removeEventListener("milia:record", callback);
    };
  },
};

/** A link to a lesson, or to a heading in it, that leads there on a page and in JupyterLab.
 * A page that addresses its lessons otherwise says how: <html data-lesson="{}.html">. */
function lessonLink(text, { lesson, heading }, model) {
  const fragment = heading ? `#${heading.replaceAll(" ", "-")}` : "";
  const isHere = fragment && document.getElementById(fragment.slice(1));
  const address = (document.documentElement.dataset.lesson ?? "{}.ipynb").replace("{}", lesson);
  const href = isHere ? fragment : address + fragment;
  const link = make("a", { textContent: text, href });
  const { resolver, linkHandler } = model.widget_manager?.rendermime ?? {};
  if (linkHandler && resolver) {
    resolver.resolveUrl(`${lesson}.ipynb`).then((path) => linkHandler.handleLink(link, path, fragment));
  }
  return link;
}

/**
 * Let JupyterLab save this notebook's widgets also while no kernel stands behind them.
 *
 * On opening, Lab shows widgets from the state saved with the notebook; on saving it drops every
 * widget without a live kernel, and the next opening says "model not found"
 * (ipywidgets issue 3270, its fix not yet released). Here they count as live while Lab saves, and
 * what no output shows any more is left out.
 */
function keepWhenSaved({ widget_manager: manager }) {
  if (!manager?.context?.model || !manager._modelsSync || manager.keepsIdle) return;
  manager.keepsIdle = true;
  const stateOf = manager.get_state_sync;
  manager.get_state_sync = function (options) {
    const idle = [...this._modelsSync.values()].filter((model) => !model.comm_live);
    for (const model of idle) model._comm_live = true;
    try {
      const saved = stateOf.call(this, options);
      keepReachable(saved.state, JSON.stringify(this.context.model.toJSON().cells));
      return saved;
    } finally {
      for (const model of idle) model._comm_live = false;
    }
  };
}

/** Delete every model that neither this text nor a model it names mentions. */
function keepReachable(state, text) {
  const reached = new Set();
  const visit = (from) => {
    for (const id of Object.keys(state)) {
      if (reached.has(id) || !from.includes(id)) continue;
      reached.add(id);
      visit(JSON.stringify(state[id]));
    }
  };
  visit(text);
  for (const id of Object.keys(state)) if (!reached.has(id)) delete state[id];
}
