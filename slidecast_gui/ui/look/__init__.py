"""Colours, type, icons and the fields every part of the window is made of."""
