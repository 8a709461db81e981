"""What helps? The options side by side; none is recommended."""

from .what_helps import WhatHelps

__all__ = ["WhatHelps"]
