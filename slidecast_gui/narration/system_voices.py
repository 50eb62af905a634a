"""The voices of the operating system, through Qt: what there is, and whether it can be recorded.

A narrated video needs the samples. Qt hands them out by `QTextToSpeech.synthesize` (Qt 6.6), a C++ template that
PySide6 does not offer to Python (not in 6.11, nor in 6.12), so these engines can only play on a loudspeaker. This
module says so for each engine, instead of offering voices that stay silent.
"""

from __future__ import annotations

from slidecast_gui.narration.engine import EngineState

_TEST_ENGINES = frozenset({"mock"})
"""Qt's own test double, shipped with PySide6: it makes no speech."""


def system_engine_states() -> tuple[EngineState, ...]:
    """One state for each speech engine of Qt's, or one that says why there is none."""
    try:
        from PySide6 import QtCore
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as error:
        return (EngineState("system", False, "", f"Qt's speech module cannot be loaded ({error})."),)
    version = QtCore.qVersion()
    names = [name for name in QTextToSpeech.availableEngines() if name not in _TEST_ENGINES]
    if not names:
        return (EngineState("system", False, version, "Qt knows no speech engine on this system."),)
    reason = "Qt can play this engine's voices but does not give programs written in Python their sound."
    return tuple(EngineState(f"system:{name}", False, version, reason) for name in names)
