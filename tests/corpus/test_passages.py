"""Passages: every line is in one, each stands alone, the words are those of its lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Extraction, Passage, ReadDocument
from corpus.passages import cut_passages
from corpus.text.folding import words
from tests.corpus.documents import document, orvelle, section, val_de_brume
from tests.shared import CONVENTIONS, needs_shared


def run(text: str) -> str:
    return " " + " ".join(words(re.sub(r"<[^<>]{1,80}>", " ", text))) + " "


def holds(passages: list[Passage], read: ReadDocument) -> None:
    """What is true of the passages of any document."""
    told = {n for p in passages for n in range(p.ligne_debut, p.ligne_fin + 1)}
    assert [line.number for line in read.lines if line.text.strip() and line.number not in told] == []
    for passage in passages:
        assert passage.extrait.strip()
        assert len(passage.extrait) <= 2000
        assert run(passage.extrait) in run(read.text(passage.ligne_debut, passage.ligne_fin))


def of(passages: list[Passage], line: int) -> Passage:
    return next(p for p in passages if p.ligne_debut <= line <= p.ligne_fin)


def cut(text: str) -> list[Passage]:
    read = document(text)
    return cut_passages(read, Extraction(document=read.name))


def test_every_line_of_a_convention_is_in_a_passage() -> None:
    for read, extraction in (val_de_brume(), orvelle()):
        holds(cut_passages(read, extraction), read)


LINE = st.text(st.sampled_from("abé '’-•:;.\t<>p/|1"), max_size=60) | st.just("") | st.just("- un\ttab")


@given(st.lists(LINE, max_size=30), st.integers(0, 29), st.integers(0, 29))
@settings(max_examples=150, deadline=None)
def test_no_line_is_lost_whatever_the_text(lines: list[str], first: int, last: int) -> None:
    read = document("\n".join(lines))
    first, last = sorted((first, last))
    sections = (section(read, first + 1, last + 1, "Titre"),) if last < len(read.lines) else ()
    holds(cut_passages(read, Extraction(document=read.name, sections=sections)), read)


def test_an_article_is_a_clause_with_its_path_and_the_name_of_its_convention() -> None:
    passage = of(cut_passages(*val_de_brume()), 8)
    assert (passage.ligne_debut, passage.ligne_fin, passage.kind) == (7, 8, "clause")
    assert passage.section.endswith("› Article 2 : Durée de la convention")
    assert passage.contexte.startswith("Territoire du Val-de-Brume · Convention territoriale globale 2024-2028")


def test_a_plan_row_says_its_orientation_and_what_each_cell_is() -> None:
    passage = of(cut_passages(*val_de_brume()), 22)
    assert (passage.ligne_debut, passage.ligne_fin, passage.kind) == (22, 22, "plan")
    assert "Mobilité" in passage.contexte
    assert "Chef de file : Mission locale · Coporteur : – · Échéance : 2026" in passage.contexte


def test_a_field_carries_its_fiche_and_its_label() -> None:
    passage = of(cut_passages(*val_de_brume()), 29)
    assert (passage.fiche, passage.fiche_titre, passage.champ) == (
        "1.1",
        "Accompagner les seniors au numérique",
        "indicateurs",
    )
    assert "Indicateurs de réussite" in passage.contexte


def test_the_short_fields_that_identify_a_fiche_stand_together() -> None:
    passage = of(cut_passages(*val_de_brume()), 25)
    assert (passage.ligne_debut, passage.ligne_fin, passage.kind, passage.champ) == (25, 27, "fiche", None)


def test_a_lead_in_stays_with_its_list() -> None:
    filler = "Une phrase qui remplit le passage précédent jusqu'à le rendre assez long. " * 9
    passages = cut(f"{filler}\n\nLe comité comprend :\n\n- la présidente\n- le directeur\n")
    assert of(passages, 3) == of(passages, 5)


def test_a_long_list_is_cut_by_items_and_repeats_its_lead_in() -> None:
    items = "\n".join(f"- une action numéro {n} décrite en assez de mots pour tenir sa ligne" for n in range(40))
    passages = cut(f"Les actions retenues sont :\n\n{items}\n")
    assert len(passages) > 2
    assert all("Les actions retenues sont :" in p.contexte for p in passages[1:])


def test_a_table_is_cut_by_rows_that_repeat_the_header() -> None:
    rows = "\n".join(f"Crèche {n} les Coquelicots\tMulti accueil\t{n} rue des Tilleuls, Brumeville" for n in range(30))
    passages = cut(f"Équipement\tActivité\tAdresse\n{rows}\n")
    assert {p.kind for p in passages} == {"tableau"}
    assert all("Équipement | Activité | Adresse" in p.contexte for p in passages[1:])


def test_a_very_long_line_is_cut_between_sentences() -> None:
    passages = cut("Une phrase assez courte pour être gardée entière ici. " * 60)
    assert len(passages) > 2
    assert all(p.extrait.endswith(".") and (p.ligne_debut, p.ligne_fin) == (1, 1) for p in passages)


def test_markup_is_not_shown_but_is_still_found_in_the_lines() -> None:
    (passage,) = cut("Indicateurs\t<ul><li>nombre d'ateliers</li><li>nombre d'inscrits</li></ul>")
    assert passage.extrait.splitlines() == ["Indicateurs", "- nombre d'ateliers", "- nombre d'inscrits"]


def test_a_block_of_signatures_is_told_from_a_clause() -> None:
    passages = cut("Fait à Brumeville, le 3 mars 2024\nPour la Caf\nLa directrice,\nMadame Anne Lorrain\n")
    assert [p.kind for p in passages] == ["signature"]


def test_a_heading_alone_joins_what_it_heads() -> None:
    read = document("Annexe 4\n\nArticle 1 : Objet\nLe texte de l'article.\n")
    sections = (
        section(read, 1, 4, "Annexe 4", kind="annexe"),
        section(read, 3, 4, "Annexe 4", "Article 1 : Objet"),
    )
    (passage,) = cut_passages(read, Extraction(document=read.name, sections=sections))
    assert passage.section == "Annexe 4 › Article 1 : Objet"


@needs_shared
@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_real_conventions_lose_no_line(name: str) -> None:
    from corpus.extraction import extract
    from corpus.reading import read as read_file

    path = next(CONVENTIONS.glob(f"{name}*.txt"))
    read = read_file(path, isolated=False)
    passages = cut_passages(read, extract(read))
    holds(passages, read)
    assert max(len(p.extrait) for p in passages) <= 1200
