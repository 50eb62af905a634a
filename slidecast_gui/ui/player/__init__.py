"""Watching a finished video inside the window, and a talk before it is made.

`player_page.PlayerPage` is the page: `header` over the picture, `controls` with the `seek_bar` under it, `refusal` in
place of a picture that cannot be had. `playback` is what plays (QtMultimedia), and is reached through `backend` alone,
because a system may lack the libraries for it. Chapters are read by `chapter_track` from the file itself; `chapters`
finds the way among them. `clip_player.ClipPlayer` plays pictures and sounds one after the other without a video.
"""

from slidecast_gui.ui.player.clip_player import ClipPlayer
from slidecast_gui.ui.player.player_page import PlayerPage
from slidecast_gui.ui.player.scenes import Scene

__all__ = ["ClipPlayer", "PlayerPage", "Scene"]
