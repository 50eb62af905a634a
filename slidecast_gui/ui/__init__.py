"""The window.

`main_window.MainWindow` holds the parts together. A drop is looked at by `drops` and carried out by `commands`, which
asks the queue; the queue tells which rows of the table have changed; `job_model` reads those rows again, and
`job_list` shows them with `job_delegate`: geometry in `card_layout`, words in `card_text`, painting in `card_painter`.
`finding` says what is in the list, `choosing` what follows from the jobs chosen there. Beside the list are the
`details_pane` and the bar of the `next_render`; before the first deck there is the `empty_page`. `theme` gives palette,
type scale and style sheet, `tones` the colours, `icons` the pictures, `wording` the words for states and times. No
widget knows how a job is run.
"""

from slidecast_gui.ui.look.icons import app_icon
from slidecast_gui.ui.look.theme import Theme, ThemeChoice
from slidecast_gui.ui.main_window import MainWindow
from slidecast_gui.ui.problem_page import ProblemWindow
from slidecast_gui.ui.window_state import bring_forward

__all__ = ["MainWindow", "ProblemWindow", "Theme", "ThemeChoice", "app_icon", "bring_forward"]
