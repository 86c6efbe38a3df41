"""Which documents are found under the paths a coordinator gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import find_documents
from tests.corpus.reading.helpers import reason_of


def _touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    return path


def test_readable_files_are_found_in_order_hidden_and_locks_left(tmp_path: Path) -> None:
    wanted = [_touch(tmp_path / name) for name in ("a.txt", "b.PDF", "sous/c.docx")]
    for name in (".cache.txt", "~$b.docx", ".git/d.txt", "image.png", "sous/.e.pdf"):
        _touch(tmp_path / name)
    assert find_documents([tmp_path]) == wanted


def test_a_named_file_is_kept_whatever_it_is_and_once(tmp_path: Path) -> None:
    odd = _touch(tmp_path / "image.png")
    text = _touch(tmp_path / "a.txt")
    assert find_documents([odd, text, tmp_path]) == [odd, text]
    assert reason_of(odd) == "format"
    assert reason_of(tmp_path / "absent.txt") == "introuvable"


def test_links_do_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = _touch(tmp_path / "secret" / "s.txt")
    inside = _touch(tmp_path / "dossier" / "a.txt")
    try:
        (tmp_path / "dossier" / "b.txt").symlink_to(outside)
        (tmp_path / "dossier" / "lien").symlink_to(outside.parent, target_is_directory=True)
        (tmp_path / "dossier" / "z.txt").symlink_to(inside)
    except OSError:
        pytest.skip("ce système ne permet pas de créer des liens")
    assert [p.name for p in find_documents([tmp_path / "dossier"])] == ["a.txt", "z.txt"]
