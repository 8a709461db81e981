"""Step by step: something that comes about, one picture and one or two sentences at a time."""

from .step_by_step import StepByStep

__all__ = ["StepByStep"]
