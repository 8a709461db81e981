"""The style sheet of a drawing: what is painted how, in every theme, and nowhere else."""

import re

from .palette import BOLD, COLOURS, INK
from .pustule import cell_width

FONT = (
    "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,Cantarell,'Helvetica Neue',"
    "Arial,sans-serif"
)

# What is painted how. A rule names classes without their "milia-".
RULES = {
    "text": f"font:400 20px {FONT};fill:var(--ink)",
    ".head": "font-size:30px;font-weight:700;text-anchor:middle",
    ".size": "font-size:22px;text-anchor:middle;fill:var(--ink2)",
    ".size-line": "stroke:var(--ink2);stroke-width:2;fill:none",
    ".size-milium": "stroke:var(--milium)",
    ".size-closed-comedone": "stroke:var(--closed-comedone);stroke-dasharray:2 5",
    ".size-pustule": "stroke:var(--pustule);stroke-dasharray:9 5",
    ".on-tissue": "font-weight:600;fill:var(--on-tissue);stroke:var(--halo);stroke-width:5px;"
    "stroke-linejoin:round;paint-order:stroke",
    ".leader,.stalk": "stroke:var(--line);stroke-width:1.6;fill:none",
    ".halo": "stroke:var(--edge);stroke-width:4.5;stroke-opacity:.7;fill:none",
    ".dot": "fill:var(--ink);stroke:var(--on-mark);stroke-width:1.6",
    ".marks": "display:none",
    ".plate": "stroke:var(--on-mark);stroke-width:2.5;stroke-linejoin:round;paint-order:stroke",
    ".mark text": "font-size:23px;font-weight:700;text-anchor:middle;fill:var(--on-mark)",
    ".mark circle": "stroke:var(--on-mark);stroke-width:1.6",
    ".of-milium": "fill:var(--milium)",
    ".of-closed-comedone": "fill:var(--closed-comedone)",
    ".of-pustule": "fill:var(--pustule)",
    ".of-skin": "fill:var(--ink)",
    ".stalk": "stroke:var(--ink);stroke-width:2",
    ".scale": "stroke:var(--ink);stroke-width:3;fill:none",
    ".zone": "fill:none;stroke:none",
    ".rim,.seam,.tube,.neck,.gland,.wall,.plug,.canal": "stroke:var(--outline);stroke-width:1.3",
    ".edge,.duct-wall,.horn-edge": "stroke:var(--outline)",
    ".horn-edge": "stroke-width:.5",
    ".hatch": "display:none",
    ".collagen": "stroke:var(--collagen);stroke-width:2.4;opacity:.5",
    ".pale": "stroke:var(--collagen-pale);stroke-width:2.8;opacity:.65",
    ".fat-bed": "fill:var(--fat-edge);fill-opacity:.8",
    ".fat-cell": "fill:var(--fat);stroke:var(--fat-edge);stroke-width:1.1",
    ".pigment,.nuclei,.white-cell,.wall-cells,.wall-grain,.artery,.vein,.hair,.horn,.horn-edge,"
    ".sheet,.plug-lines,.duct,.duct-wall,.collagen,.edge,.seam": "fill:none;stroke-linecap:round",
    ".pigment": "stroke:#4a2512;stroke-width:3;opacity:.34",
    ".nuclei": "stroke:#5d2140;stroke-width:1.9;stroke-dasharray:0 4.2;opacity:.8",
    ".horn": "stroke:var(--horn)",
    ".artery": "stroke:var(--artery);stroke-width:3.2",
    ".vein": "stroke:var(--vein);stroke-width:3.4",
    ".thin": "stroke-width:2.6",
    ".thinner": "stroke-width:2",
    ".loop": "stroke-width:1.4",
    ".wide": "stroke-width:4.6",
    ".wide-loop": "stroke-width:2.8",
    ".tube": "fill:var(--epidermis1)",
    ".neck": "fill:var(--epidermis2)",
    ".canal": "fill:var(--horn)",
    ".bulb": "fill:var(--epidermis2)",
    ".hair": "stroke:var(--hair)",
    ".gland": "fill:var(--oil);stroke-width:2.6",
    ".oil-bed": "fill:var(--oil)",
    ".duct": "stroke:var(--oil)",
    ".oil": "fill:#fffbe8;fill-opacity:.75;stroke:var(--oil-edge);stroke-width:.7",
    ".wall": "fill:var(--wall)",
    ".wall-cells": "stroke:var(--wall-edge);stroke-width:1.7;stroke-dasharray:0 3.9;opacity:.8",
    ".wall-grain": "stroke:var(--wall-edge);stroke-width:1.2;stroke-dasharray:0 2.6;opacity:.8",
    ".sheet": "stroke:var(--keratin-line)",
    ".sheet0": "stroke-width:1.3;stroke-dasharray:90 3 40 2",
    ".sheet1": "stroke-width:.8;stroke-dasharray:50 4",
    ".sheet2": "stroke-width:2;stroke-dasharray:130 6;opacity:.45",
    ".shine": "fill:#fff;opacity:.4",
    ".seep": "fill:var(--pus2)",
    ".spill": "fill:var(--clog2)",
    ".stain": "fill:var(--stain);opacity:.5",
    ".crust": "fill:var(--crust);stroke:var(--outline);stroke-width:1.1",
    ".hollow": "fill:var(--hollow);stroke:var(--epidermis2);stroke-width:2",
    ".lip": "fill:none;stroke:var(--epidermis2);stroke-width:2;stroke-linecap:round",
    ".missing-edge": "fill:none;stroke:var(--halo);stroke-width:5.5;stroke-linecap:round",
    ".missing": "fill:none;stroke:var(--on-tissue);stroke-width:2.6;stroke-dasharray:9 7",
    ".empty": "fill:var(--paper)",
    ".germ": "fill:none;stroke:var(--germ);stroke-width:13;stroke-linecap:round",
    ".germ-edge": "fill:none;stroke:var(--outline);stroke-width:17;stroke-linecap:round",
    ".beside": "fill:var(--paper);stroke:var(--line);stroke-width:2.4;stroke-dasharray:7 7",
    ".back": "fill:none;stroke:var(--ink);stroke-width:4;stroke-linecap:round",
    ".was": "fill:none;stroke:var(--line);stroke-width:2.4;stroke-dasharray:7 7",
    ".white-cell": f"stroke:var(--white-cell);stroke-width:{cell_width()}",
    ".scalp-hair": "fill:var(--hair)",
    ".paper": "fill:#fff;stroke:var(--line);stroke-width:1",
    ".plug": "fill:var(--keratin2)",
    ".plug-lines": "stroke:var(--keratin-line);stroke-width:1.1",
}  # fmt: skip

# What changes for high contrast and for paper.
BOLD_RULES = {
    ".rim,.seam,.far,.tube,.neck,.wall,.plug,.canal,.bulb": "stroke:var(--outline);stroke-width:2",
    ".gland": "stroke-width:4",
    ".horn-edge": "stroke-width:1.2",
    ".behind1": "stop-opacity:1",
    ".lip": "stroke:var(--outline)",
    ".hatch": "display:inline",
    ".collagen,.wall-cells,.sheet": "opacity:1",
    ".pale,.shine,.pigment": "display:none",
    ".collagen": "stroke-width:1.2",
}

GRADIENTS = ("behind", "epidermis", "dermis", "keratin", "clog", "pus")


def style(scope: str, body: str) -> str:
    """The rules that this drawing needs, none of which reaches beyond the picture of this class."""
    used = set(re.findall(r"milia-([a-z0-9-]+)", body))
    stops = {
        f".{name}{end}": f"stop-color:var(--{name}{end})" for name in GRADIENTS for end in (1, 2)
    }
    stops[".behind1"] += ";stop-opacity:0"  # it fades away into the distance
    stops[".glow"] = "stop-color:var(--inflamed)"
    rules = _rules({**RULES, **stops}, scope, used)
    bold = _rules(BOLD_RULES, scope, used)
    named = set(re.findall(r"var\(--([a-z0-9-]+)\)", rules + bold)) | {"paper"}
    colours = {name: pair for name, pair in COLOURS.items() if name in named}
    bolder = _one({name: colour for name, colour in BOLD.items() if name in named})
    light = _one({name: pair[0] for name, pair in colours.items()})
    more = "(prefers-contrast:more),(forced-colors:active)"
    return (
        f".{scope}{{{_both(colours)}}}"
        f"@supports not (color:light-dark(#fff,#000)){{.{scope}{{{light}}}}}"
        f".{scope}:root{{color-scheme:light dark;background:var(--paper)}}{rules}"
        f".{scope}[data-form=crop] .milia-labels{{display:none}}"
        f".{scope}[data-form=crop] .milia-marks{{display:inline}}"
        f"@media print,{more}{{.{scope}{{{bolder}}}{bold}}}"
        f"@media {more}{{.{scope}{{{_both(INK)}}}}}"
        f"@media (forced-colors:active){{.{scope} text,.{scope} .milia-size{{fill:CanvasText}}"
        f".{scope} .milia-on-tissue{{fill:CanvasText;stroke:Canvas}}"
        f".{scope} .milia-mark{{forced-color-adjust:none;fill:CanvasText}}"
        f".{scope} .milia-mark text{{fill:Canvas}}"
        f".{scope} .milia-leader,.{scope} .milia-stalk,.{scope} .milia-scale,"
        f".{scope} .milia-size-line{{stroke:CanvasText}}}}"
        f"@media print{{.{scope},.{scope}:root{{color-scheme:light}}}}"
    )


def _one(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _both(colours: dict[str, tuple[str, str]]) -> str:
    return ";".join(f"--{name}:light-dark({a},{b})" for name, (a, b) in colours.items())


def _rules(rules: dict[str, str], scope: str, used: set[str]) -> str:
    """Write the rules for what is used, under the picture's class and with full class names."""
    written = []
    for selectors, rule in rules.items():
        needed = [
            f".{scope} {selector.replace('.', '.milia-')}"
            for selector in selectors.split(",")
            if not selector.startswith(".") or selector[1:].split()[0] in used
        ]
        if needed:
            written.append(f"{','.join(needed)}{{{rule}}}")
    return "".join(written)
