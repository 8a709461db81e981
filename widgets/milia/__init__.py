"""Pearl or Pimple? Widgets and words for a course about two white bumps."""

from .widgets.all_sources import AllSources
from .widgets.ask_someone import AskSomeone
from .widgets.build_a_milium import BuildAMilium
from .widgets.cross_section import CrossSection
from .widgets.drill import MiliumOrNot
from .widgets.face_map import FaceMap
from .widgets.figure import Figure
from .widgets.glossary import Glossary
from .widgets.look_alikes import LookAlikes
from .widgets.my_answers import MyAnswers
from .widgets.questions_to_ask import QuestionsToAsk
from .widgets.quiz import Quiz
from .widgets.skin_tones import SkinTones
from .widgets.sources import Sources
from .widgets.squeeze_lab import SqueezeLab
from .widgets.step_by_step import StepByStep
from .widgets.term import Term
from .widgets.what_helps import WhatHelps
from .widgets.zoom_story import ZoomStory

__all__ = [
    "AllSources",
    "AskSomeone",
    "BuildAMilium",
    "CrossSection",
    "FaceMap",
    "Figure",
    "Glossary",
    "LookAlikes",
    "MiliumOrNot",
    "MyAnswers",
    "QuestionsToAsk",
    "Quiz",
    "SkinTones",
    "Sources",
    "SqueezeLab",
    "StepByStep",
    "Term",
    "WhatHelps",
    "ZoomStory",
]
