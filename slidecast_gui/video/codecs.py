"""Whether this build of ffmpeg can make our videos; for `doctor`."""

from __future__ import annotations

import av

_ENCODERS = ("libx264", "aac", "mov_text")


def codec_states() -> dict[str, str]:
    """Each encoder a video needs: "ok" or "missing"; and the version of libavcodec."""
    states = {name: "ok" if _has(name) else "missing" for name in _ENCODERS}
    return {**states, "libavcodec": ".".join(map(str, av.library_versions["libavcodec"]))}


def _has(name: str) -> bool:
    try:
        return bool(av.Codec(name, "w").is_encoder)
    except av.codec.codec.UnknownCodecError:
        return False
