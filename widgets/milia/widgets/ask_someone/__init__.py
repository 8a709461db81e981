"""Should I ask someone? Where each answer leads is in Python; the page only looks it up."""

from .ask_someone import AskSomeone

__all__ = ["AskSomeone"]
