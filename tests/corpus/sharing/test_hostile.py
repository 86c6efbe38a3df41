"""What a server gives is foreign: damaged, oversized or misleading, it is refused and what is here stays."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sharing import editions
from corpus.sharing.editions import Edition, edition_id, is_name, pack, part_ids, unpack
from corpus.sharing.faults import DamagedEditionError
from corpus.text.cleaning import clean
from tests.corpus.catalogue import samples
from tests.corpus.sharing.team import Team, hits, look_again, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.chroma import Server

DOCUMENTS, PARTS = "fiches-documents", "fiches-morceaux"


def edition(text: str = samples.TEXT) -> Edition:
    document = samples.document(text=text)
    extraction, passages = samples.extraction(document), tuple(samples.passages(document))
    return Edition(sha256="ab", pipeline="r/e", document=document, extraction=extraction, passages=passages)


LINES = st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=40), min_size=1)


@given(LINES)
def test_an_edition_comes_back_as_it_was_and_its_name_is_its_content(lines: list[str]) -> None:
    made = edition("\n".join(clean(line) or "x" for line in lines))
    packed = pack(made)
    assert unpack("val-de-brume.txt", packed.id, packed.parts) == made
    assert pack(made).id == packed.id != pack(made.model_copy(update={"sha256": "cd"})).id


def test_a_large_document_is_sent_in_bounded_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "PART", 100)
    packed = pack(edition())
    assert len(packed.parts) > 3
    assert max(map(len, packed.parts)) == 100
    assert unpack("val-de-brume.txt", packed.id, packed.parts) == edition()
    with pytest.raises(DamagedEditionError):
        unpack("val-de-brume.txt", packed.id, packed.parts[:-1])


def _sealed(content: bytes) -> tuple[str, list[str]]:
    """What a server would give for any content, well packed."""
    return edition_id(content), [base64.b85encode(zlib.compress(content)).decode()]


def _altered(change: Callable[[Edition], Edition]) -> tuple[str, list[str]]:
    return _sealed(change(edition()).model_dump_json().encode())


def _with_line(text: str) -> Callable[[Edition], Edition]:
    def change(made: Edition) -> Edition:
        lines = made.document.lines
        document = made.document.model_copy(update={"lines": (lines[0].model_copy(update={"text": text}), *lines[1:])})
        return made.model_copy(update={"document": document})

    return change


def _passage(**update: Any) -> Callable[[Edition], Edition]:
    return lambda made: made.model_copy(update={"passages": (made.passages[0].model_copy(update=update),)})


@pytest.mark.parametrize(
    "given_parts",
    [
        _sealed(b"{}"),
        _sealed(b'{"format":"edition/2"}'),
        _sealed(b"[" * 100_000),
        _altered(_with_line("\x1b]52;c;aGFjaw==\x07")),
        _altered(_with_line("\u202eetrec")),
        _altered(_passage(ligne_fin=400)),
        _altered(_passage(ligne_debut=0)),
        _altered(_passage(document="autre.txt")),
        _altered(_passage(extrait="long " * 9_000)),
        _altered(
            lambda made: made.model_copy(update={"extraction": samples.extraction(samples.document("autre.txt"))})
        ),
        (edition_id(b"x"), ["pas du base85 \u00e9"]),
        (edition_id(b"x"), ["00000"]),
        (edition_id(b"x"), []),
    ],
)
def test_what_does_not_hold_is_refused(given_parts: tuple[str, list[str]]) -> None:
    with pytest.raises(DamagedEditionError, match="refusé"):
        unpack("val-de-brume.txt", *given_parts)


def test_a_bomb_is_refused_before_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "LARGEST", 1_000_000)
    with pytest.raises(DamagedEditionError, match="démesuré"):
        unpack("val-de-brume.txt", *_sealed(b" " * 50_000_000))


@pytest.mark.parametrize("name", ["", "../../secret", "a\nb", "x" * 300, "a\x1b[2J", "a\u202eb"])
def test_odd_names_are_not_names(name: str) -> None:
    assert not is_name(name)
    assert is_name("Convention (été 2024).pdf")


def test_a_damaged_document_is_told_the_former_one_stays_and_its_author_repairs_it(team: Team, server: Server) -> None:
    anne = team.open("anne")
    path = team.document("anne", "brume.txt")
    anne.index([path, team.document("anne", "orvelle.txt", word="guichet")])
    bilal = team.open("bilal")
    before = hits(bilal, "relais numéro 2")
    path.write_text(path.read_text(encoding="utf-8") + "\nune ligne de plus", encoding="utf-8")
    anne.index([path])
    pointer = next(one for one in server.records(DOCUMENTS).values() if one.get("nom") == "brume.txt")
    identifier = part_ids(pointer["edition"], 1)[0]
    server.put(PARTS, identifier, {"pose": 1, "contenu": "00000"})
    look_again(bilal)
    assert any("brume.txt" in notice and "refusé" in notice for notice in bilal.notices)
    assert hits(bilal, "relais numéro 2") == before
    newcomer = team.open("chloé")
    assert names(newcomer) == ["orvelle.txt"]
    assert any("abîmé sur le serveur" in problem for problem in newcomer.verify())
    anne.rebuild()
    assert anne.verify() == []
    look_again(newcomer)
    assert names(newcomer) == ["brume.txt", "orvelle.txt"]


@pytest.mark.parametrize(
    "change",
    [
        {"nom": "../../ailleurs"},
        {"nom": "autre.txt"},
        {"edition": "../x"},
        {"morceaux": 10**9},
        {"morceaux": "beaucoup"},
    ],
)
def test_a_misleading_pointer_changes_nothing_here(team: Team, server: Server, change: dict[str, Any]) -> None:
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt")], with_vectors=False)
    identifier, pointer = next((k, one) for k, one in server.records(DOCUMENTS).items() if one.get("nom"))
    server.put(DOCUMENTS, identifier, pointer | change)
    server.put(DOCUMENTS, "generation", {"valeur": "nouvelle"})
    look_again(anne)
    assert names(anne) == ["brume.txt"]
    assert any("pas utilisable" in notice for notice in anne.notices)
