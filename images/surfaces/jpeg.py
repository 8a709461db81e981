"""Write a picture as JPEG (ITU-T T.81, baseline), the same bytes on every machine.

JPEG, because every browser, JupyterLab, code host, printer and reader shows it. A writer of our
own, because a library's next version could change every picture.
"""

import heapq
import struct
from collections import Counter
from itertools import pairwise

import numpy as np

BRIGHT = np.array([  # how coarsely bright and dark are kept (T.81, table K.1)
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]).reshape(8, 8)  # fmt: skip
BRIGHT[0, 0] = 8  # finer: a tone must not shift as a whole
HUE = np.full((8, 8), 99)  # hues: as in table K.2, but finer where whole blocks are concerned
HUE[:4, :4] = [[4, 8, 20, 47], [8, 14, 26, 66], [20, 26, 56, 99], [47, 66, 99, 99]]
PATH = sorted(  # from coarse to fine, to and fro along diagonals
    ((row, column) for row in range(8) for column in range(8)),
    key=lambda at: (sum(at), at[0] if sum(at) % 2 else at[1]),
)
WAVES = np.array(
    [
        [np.cos((2 * x + 1) * u * np.pi / 16) * (0.5 if u else np.sqrt(1 / 8)) for x in range(8)]
        for u in range(8)
    ]
)


def encode(picture: np.ndarray, limit: int) -> bytes:
    """Return the best JPEG of at most `limit` bytes of a picture (height x width x 3 bytes)."""
    waves = _waves(picture)
    best, low, high = b"", 1, 96
    while low <= high:
        quality = (low + high) // 2
        written = _written(picture.shape, waves, quality)
        if len(written) <= limit:
            best, low = written, quality + 1
        else:
            high = quality - 1
    if not best:
        raise ValueError(f"No JPEG of {limit} bytes holds this picture. Allow more, or shrink it.")
    return best


def _waves(picture: np.ndarray) -> list[np.ndarray]:
    """Return brightness and two hues as waves, block by block; hues at half the size."""
    red, green, blue = np.moveaxis(picture.astype(float), -1, 0)
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    planes = [bright - 128, (blue - bright) / 1.772, (red - bright) / 1.402]
    height, width = bright.shape
    planes[1:] = [
        plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3)) for plane in planes[1:]
    ]
    return [
        WAVES @ plane.reshape(len(plane) // 8, 8, -1, 8).swapaxes(1, 2) @ WAVES.T
        for plane in planes
    ]


def _steps(table: np.ndarray, quality: int) -> np.ndarray:
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    return np.clip((table * scale + 50) // 100, 1, 255).astype(int)


def _written(shape: tuple[int, ...], waves: list[np.ndarray], quality: int) -> bytes:
    steps = [_steps(BRIGHT, quality), _steps(HUE, quality)]
    whole = [np.rint(plane / steps[min(1, place)]).astype(int) for place, plane in enumerate(waves)]
    rows, columns = zip(*PATH, strict=True)
    blocks = [plane[:, :, rows, columns].tolist() for plane in whole]
    signs = _signs(blocks)
    codes = {}
    for kind in ("d0", "a0", "d1", "a1"):
        codes[kind] = _lengths(Counter(sign for k, sign, _, _ in signs if k == kind))
    parts = [b"\xff\xd8"]
    for place, table in enumerate(steps):
        parts.append(_part(0xDB, bytes([place, *(int(table[at]) for at in PATH)])))
    frame = [(1, 0x22, 0), (2, 0x11, 1), (3, 0x11, 1)]
    head = struct.pack(">BHHB", 8, shape[0], shape[1], 3)
    parts.append(_part(0xC0, head + b"".join(map(bytes, frame))))
    for kind, (counts, order, _) in codes.items():
        where = (16 if kind[0] == "a" else 0) + int(kind[1])
        parts.append(_part(0xC4, bytes([where, *counts, *order])))
    parts.append(_part(0xDA, bytes([3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0])))
    bits = "".join(
        codes[kind][2][sign] + (format(extra, f"0{size}b") if size else "")
        for kind, sign, extra, size in signs
    )
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    return b"".join([*parts, data, b"\xff\xd9"])


def _part(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content


def _signs(blocks: list[list]) -> list[tuple[str, int, int, int]]:
    """Return (table, sign, extra bits, how many) in the order of the file: 4 + 1 + 1 blocks."""
    found: list[tuple[str, int, int, int]] = []
    last = [0, 0, 0]
    for row in range(len(blocks[1])):
        for column in range(len(blocks[1][0])):
            order = [(0, 2 * row + i, 2 * column + j) for i in (0, 1) for j in (0, 1)]
            for plane, r, c in [*order, (1, row, column), (2, row, column)]:
                block, kind = blocks[plane][r][c], min(1, plane)
                found.append((f"d{kind}", *_sized(block[0] - last[plane], 0)))
                last[plane] = block[0]
                filled = [place for place in range(1, 64) if block[place]]
                for before, place in pairwise([0, *filled]):
                    gap = place - before - 1
                    found += [(f"a{kind}", 0xF0, 0, 0)] * (gap // 16)
                    found.append((f"a{kind}", *_sized(block[place], gap % 16)))
                if not filled or filled[-1] < 63:
                    found.append((f"a{kind}", 0, 0, 0))
    return found


def _sized(value: int, gap: int) -> tuple[int, int, int]:
    size = abs(value).bit_length()
    return 16 * gap + size, value if value >= 0 else value + (1 << size) - 1, size


def _lengths(often: Counter) -> tuple[list[int], list[int], dict[int, str]]:
    """Return a Huffman code of at most 16 bits (T.81, K.2): counts by length, order, codes."""
    heap = [(count, sign, [sign]) for sign, count in often.items()]
    heap.append((0, 256, [256]))  # so that no code is all ones
    heapq.heapify(heap)
    length = Counter()
    while len(heap) > 1:
        (one, sign, low), (other, _, high) = heapq.heappop(heap), heapq.heappop(heap)
        length.update(low + high)
        heapq.heappush(heap, (one + other, min(sign, 256), low + high))
    counts = [0] * 33
    for sign in length:
        counts[length[sign]] += 1
    for long in range(32, 16, -1):
        while counts[long]:
            short = next(at for at in range(long - 2, 0, -1) if counts[at])
            counts[long] -= 2
            counts[long - 1] += 1
            counts[short] -= 1
            counts[short + 1] += 2
    counts[max(at for at in range(17) if counts[at])] -= 1  # the one that is all ones
    order = sorted(often, key=lambda sign: (length[sign], sign))
    codes, code, at = {}, 0, 0
    for long in range(1, 17):
        for sign in order[at : at + counts[long]]:
            codes[sign] = format(code, f"0{long}b")
            code += 1
        at += counts[long]
        code <<= 1
    return counts[1:17], order, codes
