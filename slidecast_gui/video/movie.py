"""Pieces and a timeline -> an MP4 file. Nothing is encoded here: packets are put in order and written."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from heapq import merge
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.stream import Stream
from av.subtitles.stream import SubtitleStream
from av.video.stream import VideoStream

from slidecast_gui.errors import Cancelled
from slidecast_gui.video import encoding, sound
from slidecast_gui.video.encoding import VideoFormat
from slidecast_gui.video.errors import writing_failed
from slidecast_gui.video.language import track_language
from slidecast_gui.video.pictures import FadeOf, StillOf, plain_packets, stitched_packets
from slidecast_gui.video.stills import skip_packets
from slidecast_gui.video.timeline import SOUND_RATE, Timeline
from slidecast_gui.video.tracks import SoundOf, TrackPacket, caption_packets, sound_packets

_COMMENT = "Made with Slidecast"
_PACKETS_BETWEEN_LOOKS = 256
"""Packets (some milliseconds of work) after which progress is told and cancelling is noticed."""

# Timed text has its style in the track (3GPP TS 26.245, 5.16). ffmpeg's encoder makes it from this header: white on a
# translucent box at the bottom. Font and size are those of ffmpeg's own files, so that its converters see plain text.
_CAPTION_STYLE = b"""[Script Info]
ScriptType: v4.00+
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H80000000,&H80000000,0,0,0,0,100,100,0,0,3,1,0,2,10,10,10,1
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


class _Tracks(NamedTuple):
    """The streams of one file."""

    picture: VideoStream
    sound: AudioStream
    captions: SubtitleStream | None


class _Placed(NamedTuple):
    """A packet, and its time on a clock that all tracks share."""

    time: int
    packet: av.Packet[Stream]


def write_movie(
    timeline: Timeline,
    video_format: VideoFormat,
    stills: StillOf,
    fades: FadeOf,
    sounds: SoundOf,
    out: Path,
    title: str,
    report: Callable[[float], None],
    cancelled: Callable[[], bool],
    language: str = "",
) -> None:
    """Writes the video to `out`, which is replaced where it exists.

    Pieces are asked for when their turn comes, each once, and not kept. `report` is given the fraction written
    whenever its whole percent has changed; `language` is the BCP 47 tag of what is said. Raises Cancelled soon after
    `cancelled()` is true, and MovieError where a piece does not fit or the disk does not take the file; then `out` is
    gone.
    """
    try:
        with _writing(out) as container:
            tracks = _add_tracks(container, timeline, video_format, language)
            _describe(container, timeline, title)
            with _disk_errors(out):
                container.start_encoding()
            packets = _in_order(timeline, video_format, tracks, stills, fades, sounds)
            for packet in _told(packets, _clock(timeline.fps) * timeline.frames // timeline.fps, report, cancelled):
                with _disk_errors(out):
                    container.mux_one(packet)
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    report(1.0)


@contextmanager
def _writing(out: Path) -> Iterator[OutputContainer]:
    """An MP4 whose index is moved to its front when it is complete."""
    options = {
        "movflags": "+faststart",
        "movie_timescale": str(SOUND_RATE),
        # Neither the time of day nor the versions of libraries: the same pieces make the same file.
        "fflags": "+bitexact",
    }
    with _disk_errors(out):
        container = av.open(str(out), "w", format="mp4", container_options=options)
    try:
        yield container
    except BaseException:
        with suppress(OSError, av.FFmpegError):
            container.close()
        raise
    with _disk_errors(out):
        container.close()


@contextmanager
def _disk_errors(out: Path) -> Iterator[None]:
    """Turns what the system or the muxer says of the file into a MovieError."""
    try:
        yield
    except (OSError, av.FFmpegError) as error:
        raise writing_failed(out, error) from error


def _add_tracks(container: OutputContainer, timeline: Timeline, video_format: VideoFormat, language: str) -> _Tracks:
    """The file's streams, with the encoders that the pieces were made with: their headers go into the file."""
    picture = container.add_stream(encoding.CODEC, rate=timeline.fps)
    encoding.configure(picture.codec_context, video_format)
    picture.time_base = Fraction(1, timeline.fps)
    heard = container.add_stream(sound.CODEC, rate=SOUND_RATE)
    sound.configure(heard.codec_context)
    heard.time_base = Fraction(1, SOUND_RATE)
    heard.metadata["language"] = track_language(language)
    if not timeline.captions:
        return _Tracks(picture, heard, None)
    captions = container.add_stream("mov_text")
    captions.codec_context.subtitle_header = _CAPTION_STYLE
    captions.codec_context.time_base = Fraction(1, SOUND_RATE)
    captions.time_base = Fraction(1, SOUND_RATE)
    captions.metadata["language"] = track_language(language)
    return _Tracks(picture, heard, captions)


def _describe(container: OutputContainer, timeline: Timeline, title: str) -> None:
    """Title and chapters; a comment names the program, because ffmpeg keeps the field for that to itself."""
    container.metadata.update({"title": title, "comment": _COMMENT})
    container.set_chapters(
        [
            {
                "id": index,
                "start": chapter.start,
                "end": chapter.end,
                "time_base": Fraction(1, timeline.fps),
                "metadata": {"title": chapter.title},
            }
            for index, chapter in enumerate(timeline.chapters)
        ]
    )


def _in_order(
    timeline: Timeline, video_format: VideoFormat, tracks: _Tracks, stills: StillOf, fades: FadeOf, sounds: SoundOf
) -> Iterator[_Placed]:
    """The packets of all tracks as they are to lie in the file: by their time, so that a player never seeks."""
    skips = skip_packets(video_format)
    if skips is None:
        pictures = plain_packets(timeline, tracks.picture.codec_context, stills, fades)
    else:
        header = bytes(tracks.picture.codec_context.extradata or b"")
        pictures = stitched_packets(timeline, header, skips, stills, fades)
    heard = sound_packets(timeline, bytes(tracks.sound.codec_context.extradata or b""), sounds)
    clock = _clock(timeline.fps)
    streams = [
        _placed(tracks.picture, timeline.fps, clock, pictures),
        _placed(tracks.sound, SOUND_RATE, clock, heard),
    ]
    if tracks.captions is not None:
        streams.append(_placed(tracks.captions, SOUND_RATE, clock, caption_packets(timeline)))
    return merge(*streams, key=attrgetter("time"))


def _clock(fps: int) -> int:
    """Ticks a second of a clock on which the times of every track are whole."""
    return math.lcm(fps, SOUND_RATE)


def _placed(stream: Stream, rate: int, clock: int, packets: Iterator[TrackPacket]) -> Iterator[_Placed]:
    """A track's packets, `rate` units of its time being a second, with their times on the common clock."""
    unit, time_base = clock // rate, Fraction(1, rate)
    for packet in packets:
        coded = av.Packet(packet.data)
        coded.stream = stream
        coded.time_base = time_base
        coded.pts = coded.dts = packet.start
        coded.duration = packet.length
        coded.is_keyframe = packet.key
        yield _Placed(packet.start * unit, coded)


def _told(
    packets: Iterator[_Placed], whole: int, report: Callable[[float], None], cancelled: Callable[[], bool]
) -> Iterator[av.Packet[Stream]]:
    """The packets one by one, telling how far they are and stopping where that is asked for."""
    percent = -1
    for count, placed in enumerate(packets):
        if count % _PACKETS_BETWEEN_LOOKS == 0 and cancelled():
            raise Cancelled
        if 100 * placed.time >= whole * (percent + 1):
            percent = 100 * placed.time // whole
            report(percent / 100)
        yield placed.packet
