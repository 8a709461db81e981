"""What each kind of entry may say, and what it must."""

from .asking import Asking, Person
from .base import Entry, Review
from .building import Building, Piece
from .care import EVERYONE, Band, Condition, Evidence, LookAlike, Sign, Sooner, Treatment
from .checking import CHECKLISTS, Criterion, Finding, SelfCheck
from .cross_section import RoleSentence, SectionRole, SectionSetting
from .drills import TONES, Bump, CaseSet, Clue, CutPicture, Drill
from .evidence import Claim, Source
from .face_map import Face, FaceMapWords, FacePlace, Told
from .helping import SITUATIONS, WEEKS, Answer, Explored, Fact, Helping, Stretch
from .items import CHOOSING, PLACING, Case, Choice, Item, Place
from .numbers import AnatomyNumber, Mechanics, Number, Range
from .own_page import OwnPart
from .skin_tones import ToneState, ToneWords
from .squeezing import Grounded, Squeezing
from .stories import Question, QuestionCard, Step, Story
from .teaching import FigurePart, FigureWords, Idea, Lesson
from .words import Contested, ExemptWord, Misconception, Term
from .zooming import Zooming, ZoomStep, ZoomWay

__all__ = [
    "CHECKLISTS",
    "CHOOSING",
    "EVERYONE",
    "PLACING",
    "SITUATIONS",
    "TONES",
    "WEEKS",
    "AnatomyNumber",
    "Answer",
    "Asking",
    "Band",
    "Building",
    "Bump",
    "Case",
    "CaseSet",
    "Choice",
    "Claim",
    "Clue",
    "Condition",
    "Contested",
    "Criterion",
    "CutPicture",
    "Drill",
    "Entry",
    "Evidence",
    "ExemptWord",
    "Explored",
    "Face",
    "FaceMapWords",
    "FacePlace",
    "Fact",
    "FigurePart",
    "FigureWords",
    "Finding",
    "Grounded",
    "Helping",
    "Idea",
    "Item",
    "Lesson",
    "LookAlike",
    "Mechanics",
    "Misconception",
    "Number",
    "OwnPart",
    "Person",
    "Piece",
    "Place",
    "Question",
    "QuestionCard",
    "Range",
    "Review",
    "RoleSentence",
    "SectionRole",
    "SectionSetting",
    "SelfCheck",
    "Sign",
    "Sooner",
    "Source",
    "Squeezing",
    "Step",
    "Story",
    "Stretch",
    "Term",
    "Told",
    "ToneState",
    "ToneWords",
    "Treatment",
    "ZoomStep",
    "ZoomWay",
    "Zooming",
]
