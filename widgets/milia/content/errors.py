"""The one error of this room, and the guess at what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches


class ContentError(ValueError):
    """Something in the words of the course is wrong: what, where, and the way out."""

    def __init__(self, message: str) -> None:
        """Keep the message on one line, whatever the file held."""
        super().__init__(" ".join(message.split()))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Say which known name is nearest to a wrong one, or name them all when there are few."""
    names = sorted(known)
    if near := get_close_matches(wrong, names, n=1):
        return f"Did you mean '{near[0]}'?"
    if not names:
        return "There is none yet."
    shown = ", ".join(names[:8])
    return f"There is {shown}, and {len(names) - 8} more." if names[8:] else f"There is {shown}."
