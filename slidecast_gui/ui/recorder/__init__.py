"""Recording narration with a microphone.

`recorder.Recorder` is the widget; its `session` joins the `microphone` (QtMultimedia, reached through `access` alone)
with the `recording`, which is on the disk from its first sample on (`wave_file`). `level` computes what the
`level_meter` shows; `obstacle` words why nothing can be recorded, `permission` asks the system.
"""

from slidecast_gui.ui.recorder.recorder import Recorder

__all__ = ["Recorder"]
