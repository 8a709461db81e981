"""Draw calm skin, three bumps and two marks in ten skin tones.

    python images/surfaces/draw.py           all of them
    python images/surfaces/draw.py check     none, but say which would differ

It needs numpy, which the course does not: pip install -e .[draw]. What was drawn from which
sources is written down in drawn.txt, so that a test without numpy sees a picture gone stale.
"""

import sys
from functools import cache
from hashlib import sha256

from bumps import STATES, State
from jpeg import encode
from light import Scene, picture, scene
from stale import HERE, RECORD, made_from, name

from milia.anatomy.optics import tones

LIMIT = 5_000  # bytes of a picture


@cache
def _scene(state: State) -> Scene:
    return scene(state)


def draw(state: State, number: int) -> bytes:
    """Draw a state in the tone of this number, as JPEG."""
    tissue = tones()[number - 1].tissue
    return encode(picture(state, _scene(state), tissue), LIMIT)


def main(words: list[str]) -> int:
    """Draw all pictures, and write down what they were drawn from."""
    lines, differ = [f"{made_from()}  sources"], 0
    for state in STATES:
        for tone in tones():
            content, file = draw(state, tone.number), HERE / name(state.name, tone.number)
            lines.append(f"{sha256(content).hexdigest()}  {file.name}")
            if "check" not in words:
                file.write_bytes(content)
            elif not file.exists() or file.read_bytes() != content:
                differ += 1
                print(f"{file.name} would differ")
    if "check" not in words:
        RECORD.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return min(1, differ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
