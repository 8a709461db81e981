"""Ten skin tones: what a bump and a mark look like in each, and the one a learner chooses."""

from .skin_tones import SkinTones

__all__ = ["SkinTones"]
