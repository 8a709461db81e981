"""Pearl or Pimple? Widgets and words for a course about two white bumps."""

from .widgets.all_sources import AllSources
from .widgets.ask_someone import AskSomeone
from .widgets.build_a_milium import BuildAMilium
from .widgets.cross_section import CrossSection
from .widgets.drill import MiliumOrNot
from .widgets.figure import Figure
from .widgets.glossary import Glossary
from .widgets.look_alikes import LookAlikes
from .widgets.my_answers import MyAnswers
from .widgets.questions_to_ask import QuestionsToAsk
from .widgets.quiz import Quiz
from .widgets.sources import Sources
from .widgets.squeeze_lab import SqueezeLab
from .widgets.step_by_step import StepByStep
from .widgets.term import Term
from .widgets.what_helps import WhatHelps

__all__ = [
    "AllSources",
    "AskSomeone",
    "BuildAMilium",
    "CrossSection",
    "Figure",
    "Glossary",
    "LookAlikes",
    "MiliumOrNot",
    "MyAnswers",
    "QuestionsToAsk",
    "Quiz",
    "Sources",
    "SqueezeLab",
    "StepByStep",
    "Term",
    "WhatHelps",
]
