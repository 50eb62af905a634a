"""Which paths are taken for one file."""

from __future__ import annotations

import pytest

from slidecast_gui.jobs.store.pathnames import path_key

COMPOSED, DECOMPOSED = "/talks/\u00dcbersicht.mp4", "/talks/u\u0308bersicht.MP4"


def test_macos_knows_a_name_by_any_case_and_any_composition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidecast_gui.jobs.store.pathnames.sys.platform", "linux")
    assert path_key(COMPOSED) != path_key(DECOMPOSED)
    monkeypatch.setattr("slidecast_gui.jobs.store.pathnames.sys.platform", "darwin")
    assert path_key(COMPOSED) == path_key(DECOMPOSED)
    assert path_key(COMPOSED) != path_key("/talks/Ubersicht.mp4")
