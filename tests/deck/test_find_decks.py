"""What is taken from a folder that is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from slidecast_gui.deck import find_decks


def found_in(folder: Path) -> list[str]:
    """The decks found, as paths with slashes below the folder."""
    return [path.relative_to(folder).as_posix() for path in find_decks(folder)]


def touch(folder: Path, *names: str) -> None:
    """Make empty files, with their folders."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_decks_of_all_kinds_come_in_natural_order(tmp_path: Path) -> None:
    touch(tmp_path, "talk 10.pptx", "talk 2.PPTX", "Ab.pdf", "more/old.ppt", "notes.docx", "talk.mp4")
    assert found_in(tmp_path) == ["Ab.pdf", "more/old.ppt", "talk 2.PPTX", "talk 10.pptx"]


def test_lock_files_and_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "~$talk.pptx", "._talk.pptx", ".git/talk.pptx")
    assert found_in(tmp_path) == []


def test_pdf_beside_a_presentation_of_its_name_is_a_print_of_it(tmp_path: Path) -> None:
    touch(tmp_path, "talk.pptx", "Talk.pdf", "handout.pdf", "sub/talk.pdf")
    assert found_in(tmp_path) == ["handout.pdf", "sub/talk.pdf", "talk.pptx"]


def test_missing_folder_has_no_decks(tmp_path: Path) -> None:
    assert find_decks(tmp_path / "gone") == []
