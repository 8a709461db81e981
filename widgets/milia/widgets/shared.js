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
  keepKeys(root);
  keepWhenSaved(model);
}

/** JupyterLab takes plain keys for commands ("d d" deletes the cell): keep ours to ourselves. */
function keepKeys(root) {
  root.addEventListener("keydown", (event) => event.stopPropagation());
}

/** Say something in a live region, also when it is the same as before. */
function announce(region, ...content) {
  region.replaceChildren();
  requestAnimationFrame(() => region.replaceChildren(...content));
}

/** The learner's own record, in this browser only. Where storage is refused, nothing is kept. */
const record = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(`milia:${key}`)); } catch { return null; }
  },
  write(key, value) {
    try { localStorage.setItem(`milia:${key}`, JSON.stringify(value)); return true; }
    catch { return false; }
  },
};

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
