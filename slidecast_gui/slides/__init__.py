"""Slide pictures: from a deck to what is seen.

`SlideArtist` is the door. It chooses a renderer for each slide (`builtin` is the engine in the wheel, `printed` the
way over a PDF, with LibreOffice where it is installed, `plain` the last resort), hands it the fonts that `fonts`
found for the deck, and says in warnings what no renderer drew. `frame` lays a picture into a video's frame, `stored`
turns it into bytes and back.
"""

from slidecast_gui.slides.artist import DRAWING_VERSION, SlideArtist
from slidecast_gui.slides.frame import fit_into_frame, fitted_size
from slidecast_gui.slides.model import Renderer, SlidePicture, SlideWarning
from slidecast_gui.slides.stored import from_bytes, to_bytes, warnings_of

__all__ = [
    "DRAWING_VERSION",
    "Renderer",
    "SlideArtist",
    "SlidePicture",
    "SlideWarning",
    "fit_into_frame",
    "fitted_size",
    "from_bytes",
    "to_bytes",
    "warnings_of",
]
