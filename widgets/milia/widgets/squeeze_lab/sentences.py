"""What may be said of the model, each sentence with how often it holds."""

from ...anatomy.mechanics import reader
from ...content import Content, ContentError, load
from ...content.errors import did_you_mean
from ...content.models import Grounded, Squeezing

ALMOST_ALWAYS = 95  # of 100: below it a sentence is never bare
LOOKS = ("slack", "taut")  # the outer layer folds, or stays flat


def words(content: Content | None = None) -> Squeezing:
    """Return the words of the lab."""
    return (content or load()).find("squeezing", "squeeze-lab")


def share(key: str) -> tuple[float, float]:
    """In how many samples of 100 a sentence holds, under each assumption."""
    found = reader.shares()["shares"]
    if key not in found["slack"]:
        raise ContentError(
            f"content/squeezing.yaml computes '{key}', which has no share. "
            f"{did_you_mean(key, found['slack'])}"
        )
    return tuple(found[look][key] for look in LOOKS)


def said(sentence: Grounded) -> str:
    """Say a sentence; one that holds in too few samples says in how many."""
    if not sentence.computed:
        return sentence.text
    fewest = min(share(sentence.computed))
    if fewest >= ALMOST_ALWAYS:
        return sentence.text
    return f"In {int(fewest)} of 100 samples: {sentence.text[0].lower()}{sentence.text[1:]}"


def noted(sentence: Grounded) -> list[str]:
    """Return a computed sentence, and in how many samples it holds where it does not say so."""
    fewest = min(share(sentence.computed))
    if fewest < ALMOST_ALWAYS:
        return [said(sentence), ""]
    told = words()
    return [said(sentence), told.always if fewest == 100 else told.bare.format(int(fewest))]


def share_rows() -> list[list[str]]:
    """Every computed sentence with its shares under both assumptions."""
    told = words()
    return [
        [each.text, *(f"{of:g}" for of in share(each.computed))]
        for each in (*told.computed, *told.further)
    ]


SPREADS = {
    "A milium": "milium around / healthy",
    "A closed pustule": "closed-pustule around / healthy",
    "A pustule that has lost fluid": "open-pustule around / healthy",
}


def spread_rows() -> list[list[str]]:
    """How widely stress in the skin around varies among the samples."""
    spread = reader.shares()["spread"]
    return [
        [name, *("{:.1f} to {:.1f}".format(*spread[look][key][0:3:2]) for look in LOOKS)]
        for name, key in SPREADS.items()
    ]


def level(percent: float) -> str:
    """Name how hard a pinch is."""
    return next(each.word for each in words().levels if percent <= each.upto)
