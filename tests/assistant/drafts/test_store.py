"""The drafts on disk survive kills, damage and newer versions."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from assistant.drafts import operations as op
from assistant.drafts.file_format import pack
from assistant.drafts.model import Message
from assistant.drafts.store import DraftStore
from corpus.errors import FichesError, UnreadableError, UsageError
from tests.assistant.drafts.samples import draft_of, hers, proposal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "2026-11-21-essai-1"


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "brouillons")


def test_a_draft_comes_back_whole(store: DraftStore) -> None:
    draft = draft_of(proposal("titre", "Créer une ludothèque", ident="a"), hers("lieu", "Orvelle"))
    draft = op.add(op.edit(draft, "a", "Ouvrir une ludothèque"), "personnes_en_charge", "Anna Lebrun, directrice")
    draft = draft.model_copy(update={"messages": [Message(de="vous", texte="bonjour")], "saisie": "et aussi…"})
    store.save(draft)
    assert store.load(ID) == draft


def test_what_no_encoding_can_hold_does_not_lose_the_draft(store: DraftStore) -> None:
    odd = draft_of(hers("titre", "Ouvrir \udce9")).model_copy(update={"demande": "caf\udce9", "saisie": "\ud800"})
    store.save(op.add(odd, "lieu", "Orvelle"))
    store.save_typing(ID, "\udce9")
    assert store.load(ID).fiche().lieu == "Orvelle"


def test_the_history_does_not_make_the_file_grow_with_each_change() -> None:
    draft = draft_of(*[proposal("moyens", f"Moyen numéro {rank} " + "x" * 500) for rank in range(40)])
    once = len(pack(op.refuse(draft, draft.valeurs[0].id)))
    for value in draft.valeurs:
        draft = op.accept(draft, value.id)
    assert len(pack(draft)) < 4 * once


def test_identifiers_are_readable_and_never_given_twice(store: DraftStore) -> None:
    ids = [store.new_id("Créer une MAM à Orvelle"), store.new_id("Créer une MAM à Orvelle")]
    assert [i[10:] for i in ids] == ["-creer-une-mam-a-orvelle-1", "-creer-une-mam-a-orvelle-2"]
    for ident in ids:
        store.save(draft_of().model_copy(update={"id": ident}))
    assert store.new_id("Créer une MAM à Orvelle").endswith("-3")


@pytest.mark.parametrize("ident", ["../secret", "a/b", "", ".cache", "a\x00b", "A b", "a" * 300, "con.json"])
def test_an_identifier_cannot_leave_the_folder(store: DraftStore, ident: str) -> None:
    for action in (store.load, store.delete, lambda i: store.save_typing(i, "x")):
        with pytest.raises(UsageError):
            action(ident)


def test_what_is_typed_is_kept_apart_and_given_back(store: DraftStore) -> None:
    store.save(draft_of())
    before = (store.folder / f"{ID}.json").read_bytes()
    store.save_typing(ID, "ajoute le RPE")
    assert (store.folder / f"{ID}.json").read_bytes() == before
    assert store.load(ID).saisie == "ajoute le RPE"
    store.save(draft_of())
    assert store.load(ID).saisie == ""


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"id": 3}', b"\xff\xfe", b'{"historique": [3]}', b"[" * 99_999])
def test_a_damaged_draft_is_set_aside_and_said(store: DraftStore, raw: bytes) -> None:
    store.save(draft_of())
    (store.folder / f"{ID}.json").write_bytes(raw)
    assert store.list()[0].probleme
    with pytest.raises(UnreadableError) as caught:
        store.load(ID)
    kept = list(store.folder.glob("*.abime"))
    assert [p.read_bytes() for p in kept] == [raw]
    assert kept[0].name in caught.value.next_step
    summary = store.list()[0]
    assert (summary.id, bool(summary.probleme)) == (ID, True)


def test_a_draft_of_a_newer_version_is_refused_and_left_alone(store: DraftStore) -> None:
    store.save(draft_of())
    path = store.folder / f"{ID}.json"
    raw = json.dumps({"version": 2, "inconnu": True}).encode()
    path.write_bytes(raw)
    with pytest.raises(UnreadableError, match="plus récente") as caught:
        store.load(ID)
    assert caught.value.reason == "version"
    assert path.read_bytes() == raw


def test_the_list_gives_title_and_completeness_last_changed_first(store: DraftStore) -> None:
    assert store.list() == []
    old = draft_of(hers("titre", "Ouvrir")).model_copy(update={"id": "ancien-1"})
    store.save(old.model_copy(update={"modifie": old.modifie.replace(year=2020)}))
    store.save(op.add(draft_of(proposal("lieu", "Mirande")), "titre", "Créer une ludothèque"))
    recent, ancient = store.list()
    assert (recent.titre, ancient.id, ancient.titre) == ("Créer une ludothèque", "ancien-1", "Ouvrir")
    assert 0 < recent.completude < 0.1


def test_deleting_and_opening_what_is_not_there_is_said(store: DraftStore) -> None:
    store.save(draft_of())
    store.delete(ID)
    for action in (store.load, store.delete):
        with pytest.raises(UsageError, match="n'existe pas"):
            action(ID)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "brouillons").write_text("un fichier")
    with pytest.raises(FichesError, match="Impossible d'écrire"):
        DraftStore(tmp_path / "brouillons").save(draft_of())


def test_what_a_killed_program_left_is_swept_later(store: DraftStore) -> None:
    store.save(draft_of())
    old, young = store.folder / ".x.json.1.tmp", store.folder / ".y.json.2.tmp"
    for path in (old, young):
        path.write_bytes(b"moitie")
    os.utime(old, (time.time() - 7200,) * 2)
    store.list()
    assert (old.exists(), young.exists()) == (False, True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="un processus ne se dédouble pas sur ce système")
def test_a_kill_leaves_a_whole_draft(store: DraftStore) -> None:
    versions = [draft_of(*[hers("moyens", f"{v}") for v in range(size)]) for size in (1, 400)]
    store.save(versions[0])
    for _ in range(20):
        child = os.fork()
        if child == 0:
            while True:
                for version in versions:
                    store.save(version)
        time.sleep(random.uniform(0.005, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert store.load(ID) in versions
    assert not list(store.folder.glob("*.abime"))


def test_a_draft_deleted_by_another_program_while_listing_is_left_out(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(draft_of(hers("titre", "Ouvrir une ludothèque")))
    listed = type(store.folder).glob

    def with_one_that_is_gone(self: Path, pattern: str) -> Iterator[Path]:
        yield from listed(self, pattern)
        yield self / "2026-11-21-parti-1.json"

    monkeypatch.setattr(type(store.folder), "glob", with_one_that_is_gone)
    assert [summary.id for summary in store.list()] == [ID]
