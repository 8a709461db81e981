"""Which widgets of a run notebook can live on a page without a kernel, and with what state."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import anywidget
from nbformat import NotebookNode

from .addresses import Shelf, put_styles
from .scripts import put_scripts

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = re.compile(r'"(IPY_MODEL_|anywidget:)([^"]+)"')
LINKS = ("LinkModel", "DirectionalLinkModel")
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
LARGE = 8_000  # characters of a trait that is fetched when its widget comes: drawings, mostly
# What every widget has and no page needs: names of classes, layout, its script and its style.
COMMON = {name for name in anywidget.AnyWidget.class_trait_names() if name != "comm"} | {
    "_esm",
    "_css",
    "_anywidget_id",
}


@dataclass(frozen=True)
class Need:
    """A widget that would be dead on a page without a kernel."""

    cell: str  # its id
    widget: str
    why: str

    def __str__(self) -> str:
        """Say it in a sentence."""
        return f"{self.widget} in cell {self.cell} {self.why}."


@dataclass
class State:
    """What a page carries of its widgets, and which of them it cannot carry."""

    # By the model that is shown: itself, and those it refers to that stand at no model before it.
    models: dict[str, dict[str, dict]] = field(default_factory=dict)
    scripts: dict[str, None] = field(default_factory=dict)  # addresses, in order, each once
    styles: list[str] = field(default_factory=list)
    needs: tuple[Need, ...] = ()

    def context(self) -> dict:
        """Return what the template asks for; no "<" ends the page's script early."""
        return {
            "states": {
                shown: json.dumps(models, ensure_ascii=False, separators=(",", ":")).replace(
                    "<", "\\u003c"
                )
                for shown, models in self.models.items()
            },
            "scripts": list(self.scripts),
            "styles": self.styles,
        }


def take_state(notebook: NotebookNode, shelf: Shelf) -> State:
    """Return what the widgets shown in this notebook need, and put their files on the shelf.

    Their views are given names that do not differ between runs; a place whose widget cannot
    come is marked for the template.
    """
    found = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    state, names, shown_at = State(), {}, {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            needs = [Need(cell.get("id", "?"), *need) for need in _needs(cell, output, found)]
            if needs:
                output.setdefault("metadata", {}).setdefault("milia", {})["needs_kernel"] = True
                state.needs += tuple(need for need in needs if need not in state.needs)
                if SCRIPT.search(data.get("text/html", "")):
                    del data["text/html"]
            elif VIEW in data:
                shown = list(reached(data[VIEW]["model_id"], found))
                for name in shown:
                    names.setdefault(name, f"w{len(names) + 1}")
                    shown_at.setdefault(name, names[shown[0]])
                data[VIEW]["model_id"] = names[shown[0]]
    kinds = {found[name]["state"]["_esm"]: _called(found[name]) for name in names}
    scripts = put_scripts(kinds, shelf)
    state.styles = put_styles((found[name]["state"].get("_css", "") for name in names), shelf)
    for old, new in names.items():
        script = scripts[found[old]["state"]["_esm"]]
        state.scripts[script["module"]] = None
        models = state.models.setdefault(shown_at[old], {})
        models[new] = script | _carried(found[old]["state"], names, shelf)
    return state


def reached(name: str, found: dict) -> Iterator[str]:
    """Yield a model's name and those of the models that its own traits refer to."""
    waiting, seen = [name], set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        yield name
        if name in found and found[name]["model_module"] == "anywidget":
            text = json.dumps(own(found[name]["state"]))
            waiting += [reference for _, reference in REFERENCE.findall(text)]


def own(traits: dict) -> dict:
    """Return a widget's own traits, without those of every widget."""
    return {name: traits[name] for name in sorted(traits) if name not in COMMON}


def _needs(cell: NotebookNode, output: NotebookNode, found: dict) -> Iterator[tuple[str, str]]:
    """Yield the name of what only a kernel or Voilà's front end can bring to life, and why."""
    data = output.get("data", {})
    if "application/javascript" in data or SCRIPT.search(data.get("text/html", "")):
        yield ("A script", "is not run by these pages")
    if VIEW not in data:
        return
    shown = list(reached(data[VIEW]["model_id"], found))
    for name in shown:
        if why := _why(found.get(name)):
            yield (_called(found.get(name)), why)
    marks = (cell.metadata, output.get("metadata", {}))
    if any(mark.get("milia", {}).get("needs_kernel") for mark in marks):
        yield (_called(found.get(shown[0])), "asks for answers from Python")
    for model in found.values():
        ends = str([model["state"].get("source"), model["state"].get("target")])
        if model["model_name"] in LINKS and any(name in ends for name in shown):
            yield (_called(model), "is no anywidget")


def _why(model: dict | None) -> str:
    if model is None:
        return "was closed before the page was made"
    if model["model_module"] != "anywidget":
        return "is no anywidget"
    if model["state"]["_esm"].startswith(("http://", "https://")):
        return "comes from another host"
    if model.get("buffers"):
        return "holds binary data"
    return ""


def _called(model: dict | None) -> str:
    """Return a widget's name as its author knows it."""
    if model is None:
        return "A widget"
    name = model["state"].get("_anywidget_id") or model["model_name"].removesuffix("Model")
    return name.rpartition(".")[2]


def _carried(traits: dict, names: dict[str, str], shelf: Shelf) -> dict:
    """Return one model as the host reads it; what it refers to has its new name."""
    stem = re.sub(r"(?<!^)(?=[A-Z])", "-", traits["_anywidget_id"].rpartition(".")[2]).lower()
    text = json.dumps(own(traits), sort_keys=True)
    renamed = REFERENCE.sub(lambda ref: f'"{ref[1]}{names.get(ref[2], ref[2])}"', text)
    small, large = {}, {}
    for name, value in json.loads(renamed).items():
        (large if len(json.dumps(value)) > LARGE else small)[name] = value
    carried: dict[str, object] = {"traits": small}
    if large:  # a module, for the page's policy lets nothing else in; many pages share it
        text = json.dumps(large, ensure_ascii=False, separators=(",", ":"))
        carried["rest"] = shelf.put(f"{stem}-state", ".js", f"export default {text};\n".encode())
    return carried
