"""The catalogue keeps what it is given, finds it again, and says in French what is wrong with its file."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.database import Database
from corpus.errors import CorpusError, UsageError
from corpus.models import Filters
from corpus.text.french import stems
from tests.corpus.catalogue import samples

if TYPE_CHECKING:
    from collections.abc import Iterator


def save(
    catalogue: Catalogue, name: str = "val-de-brume.txt", text: str = samples.TEXT, where: str = "Val-de-Brume"
) -> None:
    document = samples.document(name, text)
    catalogue.save(
        document,
        samples.extraction(document, where),
        samples.passages(document, where),
        path=Path("/documents") / name,
        sha256="0" * 64,
    )


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "donnees" / "catalogue.sqlite") as catalogue:
        save(catalogue)
        yield catalogue


def texts(catalogue: Catalogue, question: str, filters: Filters = Filters()) -> list[str]:
    found = catalogue.lexical(stems(question), 10, filters)
    return [catalogue.passage(number).passage.extrait for number, _ in found]


def test_what_is_saved_is_read_again_by_another_opening(catalogue: Catalogue) -> None:
    catalogue.close()
    with Catalogue(catalogue.path) as again:
        document = samples.document()
        assert again.read_document("val-de-brume.txt") == document
        assert again.extraction("val-de-brume.txt") == samples.extraction(document)
        assert [stored.passage for stored in again.passages()] == samples.passages(document)
        entry = again.document("val-de-brume.txt")
        assert entry is not None
        assert (entry.state, entry.lines, entry.fiches, entry.passages) == ("lu", 5, 1, 5)
        assert entry.carte.territoire == "Val-de-Brume"
        assert entry.warnings == ("une page sans texte",)


def test_table_rows_keep_their_cells(catalogue: Catalogue) -> None:
    save(catalogue, "tableau.txt", "Titre\nAction\tPilote\tÉchéance")
    assert catalogue.lines("tableau.txt", 2, 2)[0].cells == ("Action", "Pilote", "Échéance")
    assert [line.number for line in catalogue.lines("val-de-brume.txt", 2, 3)] == [2, 3]


def test_words_are_found_whatever_their_form(catalogue: Catalogue) -> None:
    assert texts(catalogue, "RELAIS petites enfances")[0].startswith("La communauté ouvre un relais")
    assert texts(catalogue, "le cafe du parent") == ["Les cafés des parents se tiennent chaque mois."]
    assert texts(catalogue, "patinoire") == []


def test_a_word_of_the_text_outranks_the_same_word_of_the_context(catalogue: Catalogue) -> None:
    save(catalogue, "autre.txt", "Ailleurs\nRien ici\nEncore autre chose", where="Coteaux de Mirande")
    save(catalogue, "trois.txt", "Mirande ouvre une ludothèque", where="Pays d'Orvelle")
    assert texts(catalogue, "Mirande")[0] == "Mirande ouvre une ludothèque"
    assert len(texts(catalogue, "Mirande")) == 4


def test_filters_restrict_by_document_territory_and_fiche(catalogue: Catalogue) -> None:
    save(catalogue, "mirande.txt", where="Coteaux de Mirande")
    everywhere = texts(catalogue, "parentalité relais")
    assert len(everywhere) == 4
    assert len(texts(catalogue, "parentalité relais", Filters(documents=("mirande.txt",)))) == 2
    assert len(texts(catalogue, "parentalité relais", Filters(territoires=("coteaux de MIRANDE",)))) == 2
    assert {t[:5] for t in texts(catalogue, "parentalité relais", Filters(fiches_seulement=True))} == {"Fiche"}
    assert texts(catalogue, "relais", Filters(documents=("absent.txt",))) == []
    assert len(catalogue.passage_keys(Filters(documents=("mirande.txt",), fiches_seulement=True))) == 2


def test_saving_again_replaces_everything(catalogue: Catalogue) -> None:
    before = {stored.id for stored in catalogue.passages()}
    save(catalogue, text="Un centre social\nUne ludothèque")
    assert texts(catalogue, "relais") == []
    assert "relais" not in catalogue.vocabulary()
    assert catalogue.passage_count() == 2
    assert before.isdisjoint(stored.id for stored in catalogue.passages())
    assert catalogue.verify() == []


def test_vocabulary_and_frequencies_count_passages(catalogue: Catalogue) -> None:
    save(catalogue, "deux.txt", "Le relais est ouvert\nLe relais relais")
    assert catalogue.vocabulary()["relais"] == 3
    assert catalogue.vocabulary()["communaute"] == 1
    assert catalogue.document_frequency([*stems("relais"), "inconnu"]) == {stems("relais")[0]: 3, "inconnu": 0}
    catalogue.remove("deux.txt")
    assert catalogue.vocabulary()["relais"] == 1


def test_nothing_of_a_removed_document_stays_in_the_file(catalogue: Catalogue) -> None:
    secret = "Zephyrine Quillembois\nzquillembois@orvelle.example\nZephyrinette"
    save(catalogue, "contacts.txt", secret + "\n" + "\n".join(f"ligne quillembois {i}" for i in range(300)))
    assert b"uillembois" in catalogue.path.read_bytes()
    catalogue.remove("contacts.txt")
    catalogue.close()
    assert b"uillembo" not in catalogue.path.read_bytes()
    assert b"ephyrin" not in catalogue.path.read_bytes()


def test_a_failure_replaces_what_was_known(catalogue: Catalogue) -> None:
    catalogue.save_failure("val-de-brume.txt", path=Path("/x"), sha256="1", reason="scan", message="Pages scannées.")
    entry = catalogue.document("val-de-brume.txt")
    assert entry is not None
    assert (entry.state, entry.motif, entry.message) == ("echec", "scan", "Pages scannées.")
    assert catalogue.passages() == []
    assert catalogue.extraction("val-de-brume.txt").fiches == ()
    assert catalogue.extractions() == []


def test_every_write_changes_the_generation(catalogue: Catalogue) -> None:
    seen = [catalogue.generation()]
    save(catalogue)
    seen.append(catalogue.generation())
    catalogue.save_failure("x.txt", path=Path("/x"), sha256="1", reason="vide", message="Vide.")
    seen.append(catalogue.generation())
    catalogue.remove("x.txt")
    seen.append(catalogue.generation())
    assert len(set(seen)) == 4


def test_an_unknown_name_is_said_in_french(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match=r"Aucun document du corpus ne s'appelle « absent.txt »"):
        catalogue.remove("absent.txt")
    with pytest.raises(CorpusError, match="n'est plus dans le corpus"):
        catalogue.passage(10_000)


def test_a_save_that_fails_half_way_leaves_the_former_state(catalogue: Catalogue) -> None:
    document = samples.document(text="Nouvelle version")
    twice = document.model_copy(update={"lines": document.lines * 2})
    with pytest.raises(CorpusError):
        catalogue.save(twice, samples.extraction(twice), [], path=Path("/x"), sha256="2")
    assert catalogue.read_document("val-de-brume.txt") == samples.document()
    assert catalogue.verify() == []


def test_searches_go_on_in_a_thread_while_another_writes(catalogue: Catalogue) -> None:
    found: list[int] = []
    errors: list[BaseException] = []
    stop = threading.Event()

    def search() -> None:
        try:
            while not stop.is_set():
                found.append(len(texts(catalogue, "relais")))
        except BaseException as error:  # noqa: BLE001 (a thread's failure must fail the test)
            errors.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for i in range(20):
        save(catalogue, f"document-{i}.txt", "La mairie\n" * 50)
    stop.set()
    thread.join()
    assert not errors
    assert found
    assert set(found) == {1}


@pytest.mark.parametrize("content", [b"ceci n'est pas une base" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_said_with_the_next_step(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=r"abîmé.*\n.*corpus reconstruire"):
        Catalogue(path)
    assert path.read_bytes() == content


def test_pages_lost_in_the_middle_are_found(catalogue: Catalogue) -> None:
    save(catalogue, "long.txt", "\n".join(f"ligne {i} du long document" for i in range(500)))
    catalogue.close()
    content = bytearray(catalogue.path.read_bytes())
    content[8192 : 8192 * 6] = bytes(8192 * 5)
    catalogue.path.write_bytes(content)
    assert _problems(catalogue.path)


def _problems(path: Path) -> list[str]:
    try:
        with Catalogue(path) as catalogue:
            return catalogue.verify()
    except CorpusError as error:
        return [error.message]


_FIRST_VERSION = """
DROP TABLE stem_counts;
CREATE TABLE older (document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, content TEXT NOT NULL);
INSERT INTO older SELECT document, json_object('document', name, 'carte', json(carte), 'plan', json(plan),
    'sections', json(extractions.sections), 'fiches', json(extractions.fiches))
    FROM extractions JOIN documents ON documents.id = document;
DROP TABLE extractions;
ALTER TABLE older RENAME TO extractions;
PRAGMA user_version = 1;
"""
"""From the tables of today to those of the first version."""


def test_a_file_of_the_first_version_is_brought_up_to_date_in_place(catalogue: Catalogue) -> None:
    save(catalogue, "mirande.txt", where="Mirande")
    known = catalogue.extractions(), catalogue.document_frequency(stems("relais parentalité jamais dit"))
    catalogue.close()
    connection = sqlite3.connect(catalogue.path)
    connection.executescript(_FIRST_VERSION)
    connection.close()
    for _ in range(2):
        with Catalogue(catalogue.path) as again:
            assert (again.extractions(), again.document_frequency(stems("relais parentalité jamais dit"))) == known
            assert again.verify() == []
            again.remove("mirande.txt")
            save(again, "mirande.txt", where="Mirande")


def test_parts_of_an_extraction_are_those_of_the_whole(catalogue: Catalogue) -> None:
    whole = catalogue.extraction("val-de-brume.txt")
    assert whole.fiches
    assert catalogue.fiches("val-de-brume.txt") == whole.fiches
    assert catalogue.plan("val-de-brume.txt") == whole.plan
    assert catalogue.carte("val-de-brume.txt") == whole.carte
    assert catalogue.section_starts("val-de-brume.txt") == {s.source.ligne_debut for s in whole.sections} == {1, 4}
    assert catalogue.fiche_numbers() == {"val-de-brume.txt": ["1.1"]}


def test_parts_of_what_could_not_be_read_are_empty_and_those_of_an_unknown_document_an_error(
    catalogue: Catalogue,
) -> None:
    catalogue.save_failure("scan.pdf", path=Path("/scan.pdf"), sha256="1", reason="scan", message="Un scan.")
    assert not catalogue.fiches("scan.pdf")
    assert not catalogue.section_starts("scan.pdf")
    assert catalogue.carte("scan.pdf").territoire is None
    for part in (catalogue.fiches, catalogue.plan, catalogue.carte, catalogue.section_starts, catalogue.extraction):
        with pytest.raises(UsageError, match="ne s'appelle"):
            part("absent.txt")


def test_counts_of_stems_are_those_of_the_index_whatever_enters_and_leaves(catalogue: Catalogue) -> None:
    save(catalogue, "mirande.txt", where="Mirande")
    save(catalogue, "orvelle.txt", "Orvelle\nun relais, des relais et un autre relais", where="Orvelle")
    catalogue.remove("mirande.txt")
    for _ in range(2):
        with catalogue._database.reading() as connection:
            told = dict(connection.execute("SELECT stem, passages FROM stem_counts").fetchall())
            assert told == dict(connection.execute("SELECT term, doc FROM stem_terms").fetchall())
        assert (told["relais"], told.get("mirand")) == (2, None)
        catalogue.reindex_words()


def test_passages_of_other_documents_that_say_a_word_are_counted(catalogue: Catalogue) -> None:
    save(catalogue, "mirande.txt", where="Mirande")
    save(catalogue, "orvelle.txt", "Orvelle\nun relais\nun autre relais", where="Relais")
    assert catalogue.held_elsewhere("relais", "orvelle.txt") == 2
    assert catalogue.held_elsewhere("relais", "mirande.txt") == 3
    assert catalogue.held_elsewhere("relais", "absent.txt") == 4


def test_a_newer_file_is_not_opened(catalogue: Catalogue) -> None:
    catalogue.close()
    connection = sqlite3.connect(catalogue.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CorpusError, match="version plus récente"):
        Catalogue(catalogue.path)


def test_a_full_disk_is_said_and_nothing_is_lost(catalogue: Catalogue) -> None:
    with catalogue._database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CorpusError, match="Le disque est plein"):
        save(catalogue, "long.txt", "\n".join(f"une ligne {i}" for i in range(2000)))
    assert texts(catalogue, "relais")
    assert catalogue.verify() == []


def test_a_read_only_file_is_searched_and_says_why_it_cannot_be_written(catalogue: Catalogue) -> None:
    with catalogue._database.reading() as connection:
        connection.execute("PRAGMA query_only = ON")
    assert texts(catalogue, "relais")
    with pytest.raises(CorpusError, match="lecture seule"):
        catalogue.remove("val-de-brume.txt")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    with pytest.raises(CorpusError, match="--donnees"):
        Catalogue(tmp_path / "fichier" / "catalogue.sqlite")


def test_a_closed_database_refuses_in_french(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.sqlite")
    database.close()
    with pytest.raises(CorpusError, match="fermé"), database.reading():
        pass
