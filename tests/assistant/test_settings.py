"""Settings: defaults, what is kept, and a damaged file that is told and left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.settings import VARIABLE, Settings, data_folder, load_settings, save_settings
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    save_settings(tmp_path / "neuf", Settings(modele="un-modele"))
    assert load_settings(tmp_path / "neuf").modele == "un-modele"


def test_keys_of_a_newer_version_survive(tmp_path: Path) -> None:
    (tmp_path / "reglages.json").write_text('{"modele": "un-modele", "nouveau": 3}', encoding="utf-8")
    save_settings(tmp_path, load_settings(tmp_path))
    assert '"nouveau"' in (tmp_path / "reglages.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", ["{", '{"moteur": 3}', "[]", ""])
def test_a_damaged_file_is_told_and_kept(tmp_path: Path, damage: str) -> None:
    (tmp_path / "reglages.json").write_text(damage, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(tmp_path)
    assert caught.value.next_step
    assert (tmp_path / "reglages.json").read_text(encoding="utf-8") == damage


def test_the_data_folder_is_the_given_one_then_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "env"))
    assert data_folder(str(tmp_path / "donne")) == (tmp_path / "donne").resolve()
    assert data_folder() == (tmp_path / "env").resolve()
    monkeypatch.delenv(VARIABLE)
    assert "fiches-ctg" in str(data_folder())
