"""Exports reach the disk whole, and never over another file unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.exports.files import free_path, write_file
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def test_an_existing_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    target = tmp_path / "fiche.json"
    write_file(target, b"un")
    with pytest.raises(UsageError, match="existe déjà") as caught:
        write_file(target, b"deux")
    assert caught.value.next_step
    assert target.read_bytes() == b"un"
    write_file(target, b"deux", overwrite=True)
    assert target.read_bytes() == b"deux"
    assert [p.name for p in tmp_path.iterdir()] == ["fiche.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "vrai.json", tmp_path / "lien.json"
    real.write_bytes(b"un")
    link.symlink_to(real)
    write_file(link, b"deux", overwrite=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"deux"


def test_where_it_cannot_be_written_is_said(tmp_path: Path) -> None:
    for target in (tmp_path / "absent" / "fiche.json", tmp_path):
        with pytest.raises(UsageError):
            write_file(target, b"un", overwrite=True)
    assert list(tmp_path.iterdir()) == []


def test_the_first_free_name_is_found(tmp_path: Path) -> None:
    target = tmp_path / "fiche.json"
    assert free_path(target) == target
    target.touch()
    (tmp_path / "fiche-2.json").touch()
    assert free_path(target).name == "fiche-3.json"
