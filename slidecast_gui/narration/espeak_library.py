"""espeak-ng's shared library, as much of it as Slidecast needs (`speak_lib.h` and `espeak_ng.h` of 1.52).

The library keeps its state in globals, so one session exists at a time. Part of that state is never reset, not even by
`espeak_Terminate` (the phase of the pitch flutter, the count of voice cycles), and it takes noise from C's `rand`: the
same text sounds a little different each time. So a session loads the library anew, with both seeds fixed, and unloads
it at its end. That costs a millisecond, and makes equal text equal samples, in this process and in the next.
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np

from slidecast_gui.narration.engine import Sound

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_CHARS_UTF8 = 1
_BUFFER_MS = 200
_SEED = 1
_LONGEST_DATA_PATH = 120
"""In bytes. The library builds paths in buffers of 160, and appends up to 40 for a voice or a variant."""

_one_session = threading.Lock()


class EspeakError(Exception):
    """The library cannot be used, or refused a call. Its text is for engineers."""


class Parameter(IntEnum):
    """What `espeak_SetParameter` sets."""

    RATE = 1
    VOLUME = 2
    PITCH = 3


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """A voice as the library lists it. `identifier` is unique and selects it; `language` is its first tag."""

    identifier: str
    name: str
    language: str
    gender: int


class _VoiceRecord(ctypes.Structure):
    """`espeak_VOICE`. `languages` is a list of (priority byte, string); as a C string it is the first of them."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_SoundCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class EspeakSession:
    """The library, loaded and ready; made by `espeak_session` only."""

    def __init__(self, library: ctypes.CDLL, data: bytes) -> None:
        self._library = library
        self._chunks: list[bytes] = []
        self._samples_left = 0
        # The library calls it as long as the session lives: it must not be collected before.
        self._callback = _SoundCallback(self._take)
        self.rate = int(library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data, _DONT_EXIT))
        if self.rate <= 0:
            raise EspeakError(f"espeak_Initialize returned {self.rate} for {data!r}")
        self.version, used = self._info()
        if used != data:
            # It looks elsewhere, without a word, for data it does not find.
            raise EspeakError(f"espeak-ng took its data from {used!r} instead of {data!r}")
        library.espeak_SetSynthCallback(self._callback)
        library.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))
        _c_runtime().srand(_SEED)

    def voices(self) -> list[EspeakVoice]:
        """Every voice there is data for, without variants."""
        listing = self._library.espeak_ListVoices
        listing.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        records = listing(None)
        found: list[EspeakVoice] = []
        while records[len(found)]:
            record = records[len(found)].contents
            texts = (record.identifier, record.name, record.languages[1:])
            identifier, name, language = (text.decode("utf-8") for text in texts)
            found.append(EspeakVoice(identifier, name.strip(), language, record.gender))
        return found

    def select(self, identifier: str) -> None:
        """Speak with this voice from now on."""
        self._check("espeak_SetVoiceByName", identifier.encode("utf-8"))

    def set(self, parameter: Parameter, value: int) -> None:
        """Rate in words a minute (80 to 450), volume in percent, pitch from 0 to 100."""
        self._check("espeak_SetParameter", int(parameter), value, 0)

    def synthesize(self, text: str, most_samples: int) -> Sound:
        """The text spoken: plain text, never markup or phonemes. At most about `most_samples` samples."""
        encoded = text.encode("utf-8") + b"\0"
        self._chunks.clear()
        self._samples_left = most_samples
        size = ctypes.c_size_t(len(encoded))
        self._check("espeak_Synth", encoded, size, 0, 0, 0, _CHARS_UTF8, None, None)
        return np.frombuffer(b"".join(self._chunks), dtype=np.int16)

    def _take(self, samples: int | None, count: int, _events: int | None) -> int:
        """Called by the library for each buffer; anything but 0 ends the synthesis."""
        if samples and count > 0:
            self._chunks.append(ctypes.string_at(samples, 2 * count))
            self._samples_left -= count
        return int(self._samples_left <= 0)

    def _info(self) -> tuple[str, bytes | None]:
        data = ctypes.c_char_p()
        self._library.espeak_Info.restype = ctypes.c_char_p
        version: bytes = self._library.espeak_Info(ctypes.byref(data))
        return version.decode("ascii", "replace"), data.value

    def _check(self, function: str, *arguments: object) -> None:
        status = self._library[function](*arguments)
        if status != 0:
            raise EspeakError(f"{function} returned {status}")


@contextmanager
def espeak_session() -> Iterator[EspeakSession]:
    """The library, loaded afresh; waits for another thread's session to end. Raises EspeakError."""
    with _one_session:
        library_path, folder = _loader_paths()
        data = usable_data_path(folder)
        try:
            library = ctypes.CDLL(str(library_path))
        except OSError as error:
            raise EspeakError(f"{library_path}: {error}") from error
        try:
            yield EspeakSession(library, data)
        finally:
            library.espeak_Terminate()
            _unload(library)


def data_folder() -> Path:
    """Where the library's voices and dictionaries lie. Raises EspeakError."""
    return _loader_paths()[1]


@functools.cache
def usable_data_path(folder: Path) -> bytes:
    """A path to the folder's content that the library can open. Raises EspeakError.

    A path that is too long for its buffers, or (Windows) has characters that the system's code page lacks, is replaced
    by a link in the temporary folder, or a copy where links are not allowed; it is removed when the program ends.
    """
    if direct := _encoded(folder):
        return direct
    try:
        short = Path(tempfile.mkdtemp(prefix="espeak-"))
        atexit.register(shutil.rmtree, short, ignore_errors=True)
        stand_in = short / "espeak-ng-data"
        try:
            stand_in.symlink_to(folder, target_is_directory=True)
        except OSError:
            shutil.copytree(folder, stand_in)
    except OSError as error:
        raise EspeakError(f"no short path to {folder}: {error}") from error
    if encoded := _encoded(stand_in):
        return encoded
    raise EspeakError(f"neither {folder} nor {stand_in} is a path that espeak-ng can open")


def _encoded(folder: Path) -> bytes | None:
    """The path as the library's C runtime wants it, or None where it cannot take it."""
    try:
        encoded = str(folder).encode("mbcs" if sys.platform == "win32" else sys.getfilesystemencoding())
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) <= _LONGEST_DATA_PATH else None


def _loader_paths() -> tuple[Path, Path]:
    try:
        import espeakng_loader

        return Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    except (ImportError, RuntimeError) as error:
        raise EspeakError(f"espeakng-loader: {error}") from error


def _c_runtime() -> ctypes.CDLL:
    """Where the library's `rand` comes from."""
    return ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)


def _unload(library: ctypes.CDLL) -> None:
    handle = ctypes.c_void_p(library._handle)
    if sys.platform == "win32":
        ctypes.windll.kernel32.FreeLibrary(handle)
    else:
        ctypes.CDLL(None).dlclose(handle)
