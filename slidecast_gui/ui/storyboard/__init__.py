"""The storyboard: a deck slide by slide, before it is rendered.

`page.StoryboardPage` shows one job. Behind it stands its `session`: `rehearsal` is the window's end of the child
process that draws and speaks the slides, `slide_model` the slides as they are known so far, `edit_keeper` puts what is
changed into the table, `sound_keeper` takes sounds, `hearing` gathers what is to be played and `preview` plays it.
`copy_writing` writes the scripts into a copy of the deck. `script_edits` knows what is an edit and what is as in the
deck, `words` says it. On the page are the `header`, one line of `notice`, and the `board`: the `strip` (drawn by
`strip_delegate`), the `spotlight` with its `stage` and `play_line`, and the `slide_panel` with `script_field`,
`sound_field` and `duration_field`.
"""

from slidecast_gui.ui.storyboard.page import StoryboardPage

__all__ = ["StoryboardPage"]
