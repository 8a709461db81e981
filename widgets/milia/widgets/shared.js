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

/** JupyterLab takes plain keys for commands ("d d" deletes the cell): keep ours to ourselves. */
function keepKeys(root) {
  root.addEventListener("keydown", (event) => event.stopPropagation());
}

/** Say a sentence in a live region, also when it is the same sentence as before. */
function announce(region, text) {
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = text; });
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
