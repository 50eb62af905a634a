"""Slidecast: narrated videos from PowerPoint decks."""

__version__ = "0.1.0"
