"""A video from finished pictures and clips.

The story of the folder: `build_timeline` turns what each slide contributes (`Take`) into data (`Timeline`). Each
picture (`encode_still`), fade (`encode_fade`) and clip (`encode_sound`) is encoded once, alone, into a piece that can
be stored. `write_movie` lays the pieces along the timeline into an MP4 without encoding anything again, `check_movie`
proves that the file holds what the timeline says, `write_captions` writes what is said beside it.
"""

from slidecast_gui.video.captions import Caption, write_captions
from slidecast_gui.video.check import check_movie
from slidecast_gui.video.encoding import VideoFormat
from slidecast_gui.video.errors import MovieError, writing_failed
from slidecast_gui.video.fades import encode_fade
from slidecast_gui.video.movie import write_movie
from slidecast_gui.video.probe import MovieFacts, probe
from slidecast_gui.video.sound import encode_sound, sound_key
from slidecast_gui.video.sound_files import read_sound, sound_file_key, sound_length_s
from slidecast_gui.video.stills import encode_still
from slidecast_gui.video.timeline import LEAD, SOUND_RATE, Chapter, Fade, Hold, SoundCue, Take, Timeline, build_timeline

__all__ = [
    "LEAD",
    "SOUND_RATE",
    "Caption",
    "Chapter",
    "Fade",
    "Hold",
    "MovieError",
    "MovieFacts",
    "SoundCue",
    "Take",
    "Timeline",
    "VideoFormat",
    "build_timeline",
    "check_movie",
    "encode_fade",
    "encode_sound",
    "encode_still",
    "probe",
    "read_sound",
    "sound_file_key",
    "sound_key",
    "sound_length_s",
    "write_captions",
    "write_movie",
    "writing_failed",
]
