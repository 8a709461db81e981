"""How much haemoglobin absorbs, with oxygen and without (molar extinction, per cm and mole/litre).

Source: S. Prahl, "Optical absorption of hemoglobin", Oregon Medical Laser Center 1998, compiled
from data of W. B. Gratzer and N. Kollias. Measured facts, without a statement of licence. Every
10 nm, and every 2 nm where its bands are (530 to 590 nm). 380 to 640 nm were compared with
a second public copy of the table. From 650 nm on copies differ: this is the first one's.
"""

from bisect import bisect_right

MOLAR = (  # nm, with oxygen, without
    (380, 109564, 145232), (390, 167748, 167780), (400, 266232, 223296), (410, 466840, 303956),
    (420, 480360, 407560), (430, 246072, 528600), (440, 102580, 413280), (450, 62816, 103292),
    (460, 44480, 23388.8), (470, 33209.2, 16156.4), (480, 26629.2, 14550), (490, 23684.4, 16684),
    (500, 20932.8, 20862), (510, 20035.2, 25773.6), (520, 24202.4, 31589.6),
    (530, 39956.8, 39036.4), (532, 43876, 40584), (534, 46924, 42088), (536, 49752, 43592),
    (538, 51712, 45092), (540, 53236, 46592), (542, 53292, 48148), (544, 52096, 49708),
    (546, 49868, 51268), (548, 46660, 52496), (550, 43016, 53412), (552, 39675.2, 54080),
    (554, 36815.2, 54520), (556, 34476.8, 54540), (558, 33456, 54164), (560, 32613.2, 53788),
    (562, 32620, 52276), (564, 33915.6, 50572), (566, 36495.2, 48828), (568, 40172, 46948),
    (570, 44496, 45072), (572, 49172, 43340), (574, 53308, 41716), (576, 55540, 40092),
    (578, 54728, 38467.6), (580, 50104, 37020), (582, 43304, 35676.4), (584, 34639.6, 34332.8),
    (586, 26600.4, 32851.6), (588, 19763.2, 31075.2), (590, 14400.8, 28324.4),
    (600, 3200, 14677.2), (610, 1506, 9443.6), (620, 942, 6509.6), (630, 610, 5148.8),
    (640, 442, 4345.2), (650, 368, 3750.12), (660, 319.6, 3226.56), (670, 294, 2795.12),
    (680, 277.6, 2407.92), (690, 276, 2051.96), (700, 290, 1794.28),
)  # fmt: skip
NM = tuple(row[0] for row in MOLAR)


def oxy_deoxy(nm: float) -> tuple[float, float]:
    """Return both values at a wavelength from 380 to 700 nm, on the line between two rows."""
    if not NM[0] <= nm <= NM[-1]:
        raise ValueError(f"No haemoglobin at {nm} nm. The table has {NM[0]} to {NM[-1]} nm.")
    row = min(bisect_right(NM, nm), len(NM) - 1)
    (low, *before), (high, *after) = MOLAR[row - 1], MOLAR[row]
    share = (nm - low) / (high - low)
    oxy, deoxy = (a + share * (b - a) for a, b in zip(before, after, strict=True))
    return oxy, deoxy
