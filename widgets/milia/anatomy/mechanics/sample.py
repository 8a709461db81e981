"""Many sets of numbers, each as possible as the next: which sentences hold in how many of them?"""

from collections.abc import Iterator
from math import pi
from random import Random

from .contents import drain_seconds
from .measures import Measures, measure, numbers
from .parameters import FLOOR, GAP_BESIDE, QUANTITIES, Parameters
from .sheet import Sheet
from .solve import solve_all

SEED = 10
PINCH = 0.10
FINENESS = 1.5
SHEETS: tuple[Sheet, ...] = ("slack", "taut")


def hypercube(count: int, seed: int = SEED) -> Iterator[dict[str, float]]:
    """Shares from 0 to 1 for each quantity: each quantity meets each of `count` bands once."""
    random = Random(seed)
    columns = {}
    for name in QUANTITIES:
        bands = list(range(count))
        random.shuffle(bands)
        columns[name] = [(band + random.random()) / count for band in bands]
    for row in range(count):
        yield {name: column[row] for name, column in columns.items()}


def parameters_at(shares: dict[str, float]) -> Parameters:
    """The numbers at these shares of their ranges; lengths that must fit together are made to.

    The sac is at most as wide as this dermis can hold, and stands out by at most what its size
    allows; a finger keeps its distance from it.
    """
    at = {}
    for name, quantity in QUANTITIES.items():
        low, high, share = quantity.low, quantity.high, shares[name]
        at[name] = low * (high / low) ** share if quantity.log else low + (high - low) * share
    room = at["epidermis"] + at["dermis"] - FLOOR
    out = 0.1 + 0.3 * shares["rise"]  # the rise as a share of the sac's width
    low, high = QUANTITIES["diameter"].low, QUANTITIES["diameter"].high
    high = max(low, min(high, (room - at["roof"]) / (1 - out)))
    at["diameter"] = low + (high - low) * shares["diameter"]
    at["rise"] = min(max(out * at["diameter"], 0.1), QUANTITIES["rise"].high)
    at["gap"] = max(at["gap"], at["diameter"] / 2 + GAP_BESIDE)
    return Parameters(**{name: round(value, 9) for name, value in at.items()})


def solve_sample(parameters: Parameters, *, fineness: float = FINENESS) -> dict:
    """Every case under both assumptions about the horny layer, in numbers for a file."""
    found = {}
    for sheet in SHEETS:
        solved = solve_all(parameters, PINCH, fineness=fineness, sheet=sheet)
        cases = {case: measure(solved, case) for case in solved.states}
        found[sheet] = {case: numbers(each) for case, each in cases.items()}
        found[sheet]["seconds"] = seconds_to_drain(parameters, cases)
    return found


def seconds_to_drain(p: Parameters, cases: dict[str, Measures]) -> float:
    """How long an open pore takes, by what it lets out and the pressure that pushes (s)."""
    pressure, out = cases["closed-pustule"].pressure, cases["open-pustule"].escaped
    give = out / pressure if pressure > 0 and out > 0 else 0.0
    volume = 4 / 3 * pi * (p.radius - p.wall) ** 3
    return drain_seconds(give, volume, p.pore, p.roof, p.viscosity)
