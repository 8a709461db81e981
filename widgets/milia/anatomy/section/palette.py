"""The colours, each once for light and once for dark, and the rules that use them."""

from .pustule import cell_width

FONT = (
    "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,Cantarell,'Helvetica Neue',"
    "Arial,sans-serif"
)

COLOURS = {
    "paper": ("#fbf8f4", "#17131c"),
    "ink": ("#2a1f2d", "#f6eff4"),
    "ink2": ("#5b4d5e", "#cfc3d0"),
    "line": ("#6b5a6e", "#cfc3d0"),
    "milium": ("#00687a", "#5cc8d2"),
    "pustule": ("#b0224e", "#ff8fa3"),
    "behind1": ("#ecd3c6", "#4f3b38"),
    "behind2": ("#e3b9a4", "#8a6156"),
    "horn": ("#f3e2c4", "#e9d6b2"),
    "horn-edge": ("#a98a5c", "#8f7449"),
    "epidermis1": ("#d99a86", "#c98573"),
    "epidermis2": ("#c67f74", "#b06b62"),
    "dermis1": ("#f6d3c4", "#dbae9f"),
    "dermis2": ("#efbfb0", "#b98275"),
    "collagen": ("#e0a392", "#8d5a50"),
    "collagen-pale": ("#fbe6dc", "#dcb3a5"),
    "fat": ("#f6d98a", "#cfa84e"),
    "fat-edge": ("#d9ad4a", "#8d6a1f"),
    "artery": ("#c5303c", "#a81a28"),
    "vein": ("#4f6fb0", "#34529a"),
    "oil": ("#f7e3a0", "#e4c875"),
    "oil-edge": ("#c99f3a", "#8d6a1f"),
    "hair": ("#6b4a36", "#7a5a45"),
    "keratin1": ("#fffdf6", "#fffaf0"),
    "keratin2": ("#efe0bd", "#e4d2a8"),
    "keratin-line": ("#bb9f6a", "#a0834c"),
    "wall": ("#c98aa6", "#b56f92"),
    "wall-edge": ("#6d2f63", "#4d1b49"),
    "pus1": ("#fbf6cf", "#f6efbd"),
    "pus2": ("#e6d67a", "#d8c45f"),
    "white-cell": ("#5a3f8c", "#43297a"),
    "inflamed": ("#c9122f", "#b3001f"),
    "on-tissue": ("#3a1d22", "#2a1216"),
    "halo": ("#fbe6dc", "#e6c2b5"),
    "edge": ("#fbe6dc", "#2a1216"),
    "on-mark": ("#ffffff", "#17131c"),
}

# What is painted how. A rule names classes without their "milia-".
RULES = {
    "text": f"font:400 20px {FONT};fill:var(--ink)",
    ".head": "font-size:30px;font-weight:700;text-anchor:middle",
    ".size": "font-size:22px;text-anchor:middle;fill:var(--ink2)",
    ".size-line": "stroke:var(--ink2);stroke-width:2;fill:none",
    ".size-milium": "stroke:var(--milium)",
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
    ".of-pustule": "fill:var(--pustule)",
    ".of-skin": "fill:var(--ink)",
    ".stalk": "stroke:var(--ink);stroke-width:2",
    ".scale": "stroke:var(--ink);stroke-width:3;fill:none",
    ".zone": "fill:none;stroke:none",
    ".collagen": "stroke:var(--collagen);stroke-width:2.4;opacity:.5",
    ".pale": "stroke:var(--collagen-pale);stroke-width:2.8;opacity:.65",
    ".fat-bed": "fill:var(--fat-edge);fill-opacity:.8",
    ".fat-cell": "fill:var(--fat);stroke:var(--fat-edge);stroke-width:1.1",
    ".pigment,.nuclei,.white-cell,.wall-cells,.wall-grain,.artery,.vein,.hair,.horn,.horn-edge,"
    ".sheet,.plug-lines,.duct,.collagen": "fill:none;stroke-linecap:round",
    ".pigment": "stroke:#4a2512;stroke-width:3;opacity:.34",
    ".nuclei": "stroke:#5d2140;stroke-width:1.9;stroke-dasharray:0 4.2;opacity:.8",
    ".horn": "stroke:var(--horn)",
    ".horn-edge": "stroke:var(--horn-edge);stroke-width:.9",
    ".artery": "stroke:var(--artery);stroke-width:3.2",
    ".vein": "stroke:var(--vein);stroke-width:3.4",
    ".thin": "stroke-width:2.6",
    ".thinner": "stroke-width:2",
    ".loop": "stroke-width:1.3;opacity:.85",
    ".wide": "stroke-width:4.6",
    ".wide-loop": "stroke-width:2.8",
    ".tube": "fill:var(--epidermis1);stroke:var(--epidermis2);stroke-width:1.6",
    ".canal": "fill:var(--horn)",
    ".bulb": "fill:var(--epidermis2)",
    ".hair": "stroke:var(--hair)",
    ".gland": "fill:var(--oil);stroke:var(--oil-edge);stroke-width:2.4",
    ".duct": "stroke:var(--oil);stroke-width:8",
    ".oil": "fill:#fffbe8;fill-opacity:.75;stroke:var(--oil-edge);stroke-width:.7",
    ".wall": "fill:var(--wall);stroke:var(--wall-edge);stroke-width:1.2",
    ".wall-cells": "stroke:var(--wall-edge);stroke-width:1.7;stroke-dasharray:0 3.9;opacity:.8",
    ".wall-grain": "stroke:var(--wall-edge);stroke-width:1.2;stroke-dasharray:0 2.6;opacity:.8",
    ".sheet": "stroke:var(--keratin-line)",
    ".sheet0": "stroke-width:1.3;stroke-dasharray:90 3 40 2",
    ".sheet1": "stroke-width:.8;stroke-dasharray:50 4",
    ".sheet2": "stroke-width:2;stroke-dasharray:130 6;opacity:.45",
    ".shine": "fill:#fff;opacity:.4",
    ".seep": "fill:var(--pus2)",
    ".white-cell": f"stroke:var(--white-cell);stroke-width:{cell_width()}",
    ".plug": "fill:var(--keratin2);stroke:var(--horn-edge);stroke-width:1.1",
    ".plug-lines": "stroke:var(--keratin-line);stroke-width:1.1",
}  # fmt: skip

GRADIENTS = ("behind", "epidermis", "dermis", "keratin", "pus")


def style(scope: str) -> str:
    """All rules, none of which reaches beyond the picture of this class."""
    both = ";".join(f"--{name}:light-dark({a},{b})" for name, (a, b) in COLOURS.items())
    light = ";".join(f"--{name}:{a}" for name, (a, _) in COLOURS.items())
    stops = {
        f".{name}{end}": f"stop-color:var(--{name}{end})" for name in GRADIENTS for end in (1, 2)
    }
    stops[".glow"] = "stop-color:var(--inflamed)"
    rules = "".join(f"{_scoped(k, scope)}{{{v}}}" for k, v in {**RULES, **stops}.items())
    css = (
        f".{scope}{{{both}}}@supports not (color:light-dark(#fff,#000)){{.{scope}{{{light}}}}}"
        f".{scope}:root{{color-scheme:light dark;background:var(--paper)}}{rules}"
        f".{scope}[data-form=crop] .milia-labels{{display:none}}"
        f".{scope}[data-form=crop] .milia-marks{{display:inline}}"
        f"@media (forced-colors:active){{.{scope} text,.{scope} .milia-size{{fill:CanvasText}}"
        f".{scope} .milia-on-tissue{{fill:CanvasText;stroke:Canvas}}"
        f".{scope} .milia-mark{{forced-color-adjust:none;fill:CanvasText}}"
        f".{scope} .milia-mark text{{fill:Canvas}}"
        f".{scope} .milia-leader,.{scope} .milia-stalk,.{scope} .milia-scale,"
        f".{scope} .milia-size-line{{stroke:CanvasText}}}}"
        f"@media print{{.{scope},.{scope}:root{{color-scheme:light}}}}"
    )
    return css.replace("--", "--ms-")


def _scoped(selector: str, scope: str) -> str:
    """Put a rule under the picture's class and give its classes their full names."""
    return ",".join(f".{scope} {part.replace('.', '.milia-')}" for part in selector.split(","))
