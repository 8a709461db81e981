"""Say in an author's words what is wrong with an entry."""

from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .errors import did_you_mean
from .models.base import FIGURE_ID, ID, LESSON_ID, TEXT
from .models.evidence import DOI, PMID, URL

SHOULD_BE = {
    "string_type": "a text. Put it in quotes if it looks like a number",
    "int_type": "a whole number, without quotes",
    "float_type": "a number, without quotes",
    "bool_type": "true or false",
    "tuple_type": "a list. Write [one, two], or one line each after '- '",
    "model_type": "a mapping. Write 'name: value' lines",
}
PATTERNS = {
    ID: "Use small letters, numbers and hyphens, such as milium-no-opening",
    FIGURE_ID: "Write it as its files in images/ are named, such as milium_and_pustule",
    LESSON_ID: "Write it as the notebook is named, such as 01_two_white_bumps",
    TEXT: "Write a line of words, with no space before or after",
    DOI: "Write it as 10.1016/j.jaad.2008.07.034, without doi.org",
    PMID: "Write its digits, in quotes",
    URL: "Write an address that starts with https://",
}


def explain(
    wrong: ValidationError, model: type[BaseModel], raw: object, file: str, place: int
) -> str:
    """Name the file, the entry, the first thing wrong with it, and the remedy."""
    error = wrong.errors(include_url=False)[0]
    id_ = raw.get("id") if isinstance(raw, dict) else None
    entry = f"{model.noun} '{id_}'" if isinstance(id_, str) else f"{model.noun} number {place}"
    outer = error["loc"] if error["type"] == "value_error" else error["loc"][:-1]
    steps = (step + 1 if isinstance(step, int) else step for step in outer)
    where = "".join(f", {step}" for step in steps)
    return f"{file}: {entry}{where}: {_problem(error, model)}"


def _problem(error: ErrorDetails, model: type[BaseModel]) -> str:
    name = str(error["loc"][-1]) if error["loc"] else "it"
    value, kind, context = error["input"], error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _fields(model, error["loc"][:-1])
        return f"no '{name}' is known here. {did_you_mean(name, known)}"
    if kind == "missing":
        return f"'{name}' is missing. Add it."
    if kind == "value_error":
        return str(context["error"])
    if kind in SHOULD_BE:
        return f"'{name}' is {_short(value)}; it should be {SHOULD_BE[kind]}."
    if kind == "too_short":
        return f"'{name}' has {len(value)}; it needs at least {context['min_length']}. Add more."
    if kind == "literal_error":
        return f"'{name}' is {_short(value)}. Use {context['expected']}."
    if kind == "string_pattern_mismatch":
        return f"'{name}' is {_short(value)}. {PATTERNS[context['pattern']]}."
    should = error["msg"].removeprefix("Input should ").removeprefix("String should ")
    return f"'{name}' is {_short(value)}; it should {should}."


def _fields(model: type[BaseModel], steps: tuple[int | str, ...]) -> list[str]:
    """Walk to the model an error lies in, and return what may be written there."""
    for step in steps:
        if isinstance(step, str) and step in model.model_fields:
            inner = get_args(model.model_fields[step].annotation)
            model = next((a for a in inner if hasattr(a, "model_fields")), model)
    return list(model.model_fields)


def _short(value: object) -> str:
    if value is None:
        return "empty"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}…"
