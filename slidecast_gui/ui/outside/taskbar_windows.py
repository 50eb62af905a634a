"""Progress on the task bar button of Windows, through the shell's ITaskbarList3.

https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3
A COM object is a pointer to a table of function pointers, in the order in which its interfaces declare them
(shobjidl_core.h): IUnknown has 3, ITaskbarList 5, ITaskbarList2 one, and then come the two used here.
"""

from __future__ import annotations

import ctypes
import logging
import uuid
from collections.abc import Callable
from typing import Any

from slidecast_gui.ui.outside.taskbar import Work

_log = logging.getLogger(__name__)

_CLSID_TASKBAR_LIST = uuid.UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
_IID_ITASKBAR_LIST_3 = uuid.UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
_CLSCTX_INPROC_SERVER = 1

_HR_INIT, _SET_PROGRESS_VALUE, _SET_PROGRESS_STATE = 3, 9, 10
_TBPF_NOPROGRESS, _TBPF_NORMAL, _TBPF_ERROR = 0, 2, 4
_WHOLE = 1000


class WindowsTaskbar:
    """Shows a bar on the button of one window: red from the first deck that failed until the work ends."""

    def __init__(
        self, listed: ctypes.c_void_p, window: Callable[[], int], function_type: Callable[..., Any] | None = None
    ) -> None:
        """`listed` points to the COM object, `window` gives the window's handle (HWND).

        `function_type` makes types of the object's functions; by default those of Windows, which exist only there.
        """
        self._listed = listed
        self._window = window
        self._function_type = function_type or _windows_function_type()

    def show(self, work: Work | None) -> None:
        """Set the bar, or take it away."""
        window = ctypes.c_void_p(self._window())
        if work is None:
            self._call(_SET_PROGRESS_STATE, (ctypes.c_void_p, ctypes.c_int), window, _TBPF_NOPROGRESS)
            return
        types = (ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64)
        self._call(_SET_PROGRESS_VALUE, types, window, round(work.fraction * _WHOLE), _WHOLE)
        # After the value: setting a value turns a button without a state to normal.
        state = _TBPF_ERROR if work.failed else _TBPF_NORMAL
        self._call(_SET_PROGRESS_STATE, (ctypes.c_void_p, ctypes.c_int), window, state)

    def _call(self, place: int, types: tuple[Any, ...], *given: object) -> None:
        if result := _method(self._listed, place, self._function_type, types)(self._listed, *given):
            _log.info("the task bar does not show progress: function %d returned %#010x", place, result & 0xFFFFFFFF)


def taskbar_list() -> ctypes.c_void_p | None:
    """The shell's task bar object, made on this thread, on which Qt has begun COM; None where it cannot be had."""
    made = ctypes.c_void_p()
    # The name exists on Windows only.
    ole = getattr(ctypes, "windll").ole32  # noqa: B009
    result = ole.CoCreateInstance(
        _guid(_CLSID_TASKBAR_LIST), None, _CLSCTX_INPROC_SERVER, _guid(_IID_ITASKBAR_LIST_3), ctypes.byref(made)
    ) or _method(made, _HR_INIT, _windows_function_type(), ())(made)
    if result:
        _log.info("Windows offers no task bar: %#010x", result & 0xFFFFFFFF)
        return None
    return made


def _method(listed: ctypes.c_void_p, place: int, function_type: Callable[..., Any], types: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a ctypes function
    """The function at `place` of a COM object's table; it takes the object first, and returns an HRESULT."""
    table = ctypes.cast(listed, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    return function_type(ctypes.c_long, ctypes.c_void_p, *types)(table[place])


def _guid(name: uuid.UUID) -> ctypes.Array[ctypes.c_char]:
    """A GUID as Windows keeps it: its first three fields in the machine's byte order, which is little-endian."""
    return ctypes.create_string_buffer(name.bytes_le, 16)


def _windows_function_type() -> Callable[..., Any]:
    # The name exists on Windows only.
    made: Callable[..., Any] = getattr(ctypes, "WINFUNCTYPE")  # noqa: B009
    return made
