"""The slides of the welcome deck in order, and what is said on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pptx.slide import Slide
from welcome_drawing import (
    draw_captions,
    draw_chart,
    draw_closing,
    draw_hidden,
    draw_opening,
    draw_pipeline,
    draw_presets,
    draw_queue,
    draw_steps,
    draw_voice,
)
from welcome_style import INK, SAND


@dataclass(frozen=True, slots=True)
class Page:
    """A slide in the making."""

    draw: Callable[[Slide], None]
    notes: str
    background: str = SAND
    transition: str = ""
    hidden: bool = False


SLIDES = (
    Page(
        draw_opening,
        "Welcome to Slidecast. It turns a PowerPoint deck into a video that anyone can simply watch. "
        "What you are hearing now was written under this slide, in the speaker notes.",
        background=INK,
    ),
    Page(
        draw_steps,
        "There are three things to do. Drop your deck on the window. Click Render. "
        "A little later, watch the result. It lies right beside your deck.",
        transition="fade",
    ),
    Page(
        draw_pipeline,
        "Inside, every slide becomes a picture, and its notes become a voice. "
        "Both are laid on one timeline, so that each slide stays exactly as long as its words take. "
        "Nothing leaves your computer on the way.",
        transition="push",
    ),
    Page(
        draw_voice,
        "The voice reads your speaker notes. So write them the way you would say them, in full sentences. "
        "If a slide has no notes, it is shown for a few quiet seconds.",
        transition="fade",
    ),
    Page(
        draw_captions,
        "Captions and chapters come along without any extra work. "
        "The captions are what the voice says, timed to the sentence. The chapters carry the titles of your slides.",
        transition="wipe",
    ),
    Page(
        draw_queue,
        "You can queue as many decks as you like. Every job is written down before anything else happens to it. "
        "Close the window, or pull the plug, and the queue goes on where it stopped.",
        transition="fade",
    ),
    Page(
        draw_presets,
        "If you never touch a setting, you get full high definition, and that is right for most talks. "
        "For a large hall, choose four K. For an e-mail, choose the smallest.",
        transition="fade",
    ),
    Page(
        draw_chart,
        "Why is it so quick? Because a slide that stands still needs to be encoded only once. "
        "Where other tools draw every frame again, Slidecast says: the same as before.",
        transition="push",
    ),
    Page(
        draw_hidden,
        "This slide is hidden, so nobody hears these words in the video.",
        hidden=True,
    ),
    Page(
        draw_closing,
        "That is all you need to know. Now take the deck of your next talk, drop it on the window, and press Render. "
        "Thank you for watching.",
        background=INK,
        transition="fade",
    ),
)
