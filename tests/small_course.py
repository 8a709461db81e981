"""A course of one entry of each kind, to break."""

from pathlib import Path

from milia.content import ContentError
from milia.content.load import load_folder

SMALL = {
    "sources.yaml": """\
- id: a-review
  authors: Berk DR
  title: A review
  year: 2008
  kind: review
  verified: true
  read: abstract
""",
    "claims/milium.yaml": """\
- id: sealed
  topic: milium
  statement: A common milium has no hole.
  strength: strong
  priority: core
  sources: [a-review]
  numbers:
    - {what: width, low: 1, high: 2, unit: mm, source: a-review}
""",
    "lessons.yaml": """\
- id: 01_two_white_bumps
  title: Two white bumps
  question: Are they the same?
""",
    "ideas.yaml": """\
- id: way-out
  name: Whether there is a way out
  lesson: 01_two_white_bumps
  heading: Side by side
""",
    "items.yaml": """\
- id: why-no-squeezing
  type: single-choice
  lesson: 01_two_white_bumps
  idea: way-out
  stem: Why does a push fail?
  choices:
    - {id: sealed, text: It is sealed, feedback: Yes. It has no hole.}
    - {id: weak, text: The push was weak, feedback: A strong push only hurts.}
  key: sealed
  claims: [sealed]
""",
    "misconceptions.yaml": """\
- id: mc-push
  belief: Push harder.
  why: It works on pimples.
  correction: A push only hurts the skin.
  claims: [sealed]
""",
    "glossary.yaml": """\
- id: milium
  term: milium
  pronunciation: MIL-ee-um
  definition: A tiny sealed bump.
  claims: [sealed]
""",
    "treatments.yaml": """\
- id: leave-alone
  name: Leave it alone
  line: Doing nothing is a real choice.
  who: You
  how_long: No limit
  expect: It may stay.
  evidence: {strength: strong, why: No need to treat.}
  not_for: [a bump that bleeds]
  claims: [sealed]
""",
    "care.yaml": """\
- id: soon
  name: Book a visit soon
  what_to_do: See a doctor.
  says: One answer is a sign.
  call: {head: To say, first: Hello., ask: Look at it soon.}
  strength: strong
  signs:
    - id: bleeds
      sign: It bleeds
      question: Does it bleed?
      tell: It bleeds.
      claims: [sealed]
      sources: [a-review]
    - id: grows
      sign: It grows
      question: Does it grow?
      tell: It grows.
      all_of:
        - {so: it is small, signs: [bleeds]}
      claims: [sealed]
""",
    "look_alikes.yaml": """\
- id: stye
  name: Stye
  places: [Near the eyes]
  where: Eyelid
  clue: Sore
  difference: Milia are calm
  what_to_do: Warm cloth
  band: soon
  claims: [sealed]
  sources: [a-review]
""",
    "anatomy_numbers.yaml": """\
- id: roof
  structure: roof of a milium
  method: chosen for drawing
  low: 20
  high: 150
  unit: µm
  basis: modelled
  sources: [a-review]
""",
    "mechanics.yaml": """\
- id: fat
  quantity: stiffness
  material: fat
  phrase: fat gives first
  basis: measured
  sources: [a-review]
  use: Fat gives first.
""",
    "contested.yaml": """\
- id: hole
  say: A common milium has no hole.
  bare: no hole
  unless: common
  claims: [sealed]
  refused: [It has no hole.]
  fair: [A common milium has no hole.]
""",
    "exempt_words.yaml": """\
- id: milium
  term: milium
  forms: [milia]
""",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a small course to break."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def said_of(folder: Path) -> str:
    """Return what the loader says to a folder: nothing when it is sound."""
    try:
        load_folder(folder)
    except ContentError as error:
        return str(error)
    return ""
