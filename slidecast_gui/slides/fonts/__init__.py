"""Fonts: what this computer has, what stands in for what it has not, and which file draws each font of a deck."""

from slidecast_gui.slides.fonts.catalogue import STYLES, Catalogue, Style, system_catalogue
from slidecast_gui.slides.fonts.plan import FontPlan, PlannedFont, plan_fonts
from slidecast_gui.slides.fonts.registry import FontRegistry
from slidecast_gui.slides.fonts.scripts import families_for
from slidecast_gui.slides.fonts.sfnt import Face, face_bytes
from slidecast_gui.slides.fonts.substitutes import Likeness, substitutes_for

__all__ = [
    "STYLES",
    "Catalogue",
    "Face",
    "FontPlan",
    "FontRegistry",
    "Likeness",
    "PlannedFont",
    "Style",
    "face_bytes",
    "families_for",
    "plan_fonts",
    "substitutes_for",
    "system_catalogue",
]
