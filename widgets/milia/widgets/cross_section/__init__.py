"""The CrossSection: three white bumps cut open side by side, part by part."""

from .cross_section import CrossSection

__all__ = ["CrossSection"]
