"""What a person corrects stays corrected, keeps its lines, and can be undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus.corrections import CorrectionStore
from corpus.errors import CorpusError, UsageError
from corpus.indexing import Corpus
from corpus.pipeline import Pipeline, standard
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.models import ExtractedFiche

NAME = "convention.txt"
TEXT = """Convention territoriale globale du Val-de-Brume

Fiche action 1.1 : Ouvrir une ludothèque itinérante

Pilotage, porteur(s)

Communauté de communes du VaI-de-Brurne

Public cible

Familles

Partenaires à associer

- Médiathèque
- Relais petite enfance

Indicateurs de réussite

- Nombre de familles

Fiche action 1.2 : Créer un café des parents

Pilotage, porteur(s)

Centre social de Brumeval

Public cible

Parents
"""
MEDIATHEQUE, CENTRE = 15, 26


class Folder:
    """A data folder with one document; every look opens it afresh."""

    def __init__(self, root: Path) -> None:
        self.data = root / "donnees"
        self.file = root / NAME
        self.write(TEXT)

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def open(self, version: str = "") -> Corpus:
        now = standard()
        made = Pipeline(now.find, now.read, now.extract, now.cut, now.reading_version, now.making_version + version)
        return Corpus(self.data, pipeline=made, embedder=FakeEmbedder())

    def index(self, version: str = "") -> list[str]:
        with self.open(version) as corpus:
            return [report.etat for report in corpus.index([self.file], with_vectors=False)]

    def correct(self, fiche: str, champ: str, *values: str, adding: bool = False) -> None:
        with self.open() as corpus:
            corpus.correct(NAME, fiche, champ, values, adding=adding)

    def fiche(self, rank: int = 0) -> ExtractedFiche:
        with self.open() as corpus:
            return corpus.catalogue.extraction(NAME).fiches[rank]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.index()
    return made


def spans(found: ExtractedFiche, champ: str) -> list[tuple[int, int, bool]]:
    return [(s.source.ligne_debut, s.source.ligne_fin, s.corrige) for s in found.sources if s.champ == champ]


def test_a_correction_is_there_at_once_with_the_lines_it_corrects(folder: Folder) -> None:
    before = folder.fiche()
    folder.correct("1.1", "porteurs", "Communauté de communes du Val-de-Brume")
    found = folder.fiche()
    assert found.fiche.porteurs == ["Communauté de communes du Val-de-Brume"]
    assert spans(found, "porteurs") == [(7, 7, True)]
    assert found.lue == before
    assert found.fiche.partenaires == before.fiche.partenaires
    assert spans(found, "partenaires") == spans(before, "partenaires")


def test_it_survives_a_new_extraction_a_new_reading_and_a_rebuild(folder: Folder) -> None:
    folder.correct("ludothèque", "public_cible", "Familles du Val-de-Brume")
    assert folder.index() == ["inchange"]
    assert folder.index("nouvelle") == ["modifie"]
    assert folder.fiche().fiche.public_cible == "Familles du Val-de-Brume"
    folder.write("Une ligne de plus en tête\n" + TEXT)
    assert folder.index() == ["modifie"]
    assert folder.fiche().fiche.public_cible == "Familles du Val-de-Brume"
    assert spans(folder.fiche(), "public_cible") == [(12, 12, True)]
    with folder.open() as corpus:
        corpus.rebuild()
    assert folder.fiche().fiche.public_cible == "Familles du Val-de-Brume"


def test_corrections_brought_back_from_a_copy_are_applied_at_the_next_indexing(folder: Folder) -> None:
    folder.correct("1.1", "titre", "Une ludothèque sur roues")
    kept = (folder.data / "corrections.json").read_bytes()
    (folder.data / "corrections.json").unlink()
    assert folder.index() == ["modifie"]
    assert folder.fiche().fiche.titre == "Ouvrir une ludothèque itinérante"
    (folder.data / "corrections.json").write_bytes(kept)
    assert folder.index() == ["modifie"]
    assert folder.fiche().fiche.titre == "Une ludothèque sur roues"


def test_an_item_is_added_with_the_line_that_says_it(folder: Folder) -> None:
    folder.correct("1.1", "indicateurs", "Nombre de familles du relais petite enfance", adding=True)
    folder.correct("1.1", "indicateurs", "Nombre de séances", adding=True)
    found = folder.fiche()
    assert found.fiche.indicateurs == [
        "Nombre de familles", "Nombre de familles du relais petite enfance", "Nombre de séances",
    ]  # fmt: skip
    first, second, third = spans(found, "indicateurs")
    assert (first[2], second[2], third[2]) == (False, True, True)
    assert all(found.source.ligne_debut <= span[0] <= span[1] <= found.source.ligne_fin for span in (second, third))


def test_what_is_taken_out_of_a_list_is_unread_not_lost(folder: Folder) -> None:
    folder.correct("1.1", "partenaires", "Relais petite enfance")
    found = folder.fiche()
    assert spans(found, "partenaires") == [(MEDIATHEQUE + 1, MEDIATHEQUE + 1, False)]
    assert MEDIATHEQUE in [span.ligne_debut for span in found.non_lus]
    folder.correct("1.1", "partenaires")
    found = folder.fiche()
    assert found.fiche.partenaires == []
    assert (MEDIATHEQUE, MEDIATHEQUE + 1) in [(span.ligne_debut, span.ligne_fin) for span in found.non_lus]


def test_a_missed_value_is_tied_to_the_line_that_says_it(folder: Folder) -> None:
    folder.correct("@22", "lieu", "Centre social à Brumeval")
    found = folder.fiche(1)
    assert found.fiche.lieu == "Centre social à Brumeval"
    assert spans(found, "lieu") == [(CENTRE, CENTRE, True)]


def test_people_and_periods_are_typed(folder: Folder) -> None:
    folder.correct("1.2", "personnes_en_charge", "Anna Lebrun, coordinatrice, a.lebrun@brume.example")
    folder.correct("1.2", "echeances", "2025", "2027")
    folder.correct("1.2", "echeances.fin", "2028")
    fiche = folder.fiche(1).fiche
    assert fiche.personnes_en_charge[0].mail == "a.lebrun@brume.example"
    assert (fiche.echeances.debut, fiche.echeances.fin) == ("2025", "2028")


def test_cancelling_brings_back_what_was_read(folder: Folder) -> None:
    before = folder.fiche()
    folder.correct("1.1", "porteurs", "Autre")
    folder.correct("1.1", "titre", "Autre titre")
    with folder.open() as corpus:
        assert corpus.cancel_corrections(NAME, "1.1", "porteurs") == 1
    assert folder.fiche().fiche.porteurs == before.fiche.porteurs
    with folder.open() as corpus:
        assert corpus.cancel_corrections(NAME) == 1
        with pytest.raises(UsageError, match="Aucune correction"):
            corpus.cancel_corrections(NAME)
    assert folder.fiche() == before


def test_writing_again_what_was_read_leaves_no_correction(folder: Folder) -> None:
    folder.correct("1.1", "public_cible", "Autre")
    folder.correct("1.1", "public_cible", "Familles")
    with folder.open() as corpus:
        assert corpus.corrections() == []
    assert folder.fiche().lue is None


def test_a_correction_whose_fiche_is_gone_waits_and_says_so(folder: Folder) -> None:
    folder.correct("1.2", "public_cible", "Jeunes parents")
    folder.write(TEXT[: TEXT.index("Fiche action 1.2")])
    with folder.open() as corpus:
        [report] = corpus.index([folder.file], with_vectors=False)
        assert any("1.2" in warning for warning in report.avertissements)
        assert corpus.catalogue.extraction(NAME).fiches[0].lue is None
    folder.write(TEXT)
    folder.index()
    assert folder.fiche(1).fiche.public_cible == "Jeunes parents"


def test_the_corrected_words_find_the_passage_which_stays_verbatim(folder: Folder) -> None:
    folder.correct("1.1", "porteurs", "Syndicat des Rives")
    with folder.open() as corpus:
        found = [stored.passage for stored in corpus.catalogue.passages(NAME) if "Syndicat" in stored.passage.contexte]
    assert found
    assert all("Syndicat" not in passage.extrait for passage in found)
    assert any(passage.ligne_debut <= 7 <= passage.ligne_fin for passage in found)


def test_taking_a_document_out_erases_its_corrections(folder: Folder) -> None:
    folder.correct("1.1", "titre", "Un titre à oublier")
    with folder.open() as corpus:
        corpus.remove(NAME)
    assert "oublier" not in (folder.data / "corrections.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fiche", "champ", "values", "said"),
    [
        ("9.9", "titre", ["x"], "Aucune fiche"),
        ("@900", "titre", ["x"], "Aucune fiche"),
        ("1.1", "couleur", ["x"], "n'existe pas"),
        ("1.1", "budget", ["x"], "budget"),
        ("1.1", "titre", ["x", "y"], "une seule valeur"),
        ("1.1", "echeances", ["1", "2", "3"], "un début et une fin"),
    ],
)
def test_what_cannot_be_corrected_is_told(folder: Folder, fiche: str, champ: str, values: list[str], said: str) -> None:
    with folder.open() as corpus, pytest.raises(UsageError, match=said) as caught:
        corpus.correct(NAME, fiche, champ, values)
    assert caught.value.next_step
    assert not (folder.data / "corrections.json").exists()


def test_a_damaged_file_of_corrections_stops_everything_before_it_is_overwritten(folder: Folder) -> None:
    folder.correct("1.1", "titre", "Titre")
    path = folder.data / "corrections.json"
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    damaged = path.read_bytes()
    with pytest.raises(CorpusError, match="n'est pas lisible"):
        folder.correct("1.1", "lieu", "Ici")
    assert path.read_bytes() == damaged


def test_the_file_is_plain_json(folder: Folder) -> None:
    folder.correct("1.1", "titre", "Titre")
    content = json.loads((folder.data / "corrections.json").read_text(encoding="utf-8"))
    assert content["format"] == "corrections/1"
    assert CorrectionStore(folder.data / "corrections.json").all()[0].champ == "titre"
