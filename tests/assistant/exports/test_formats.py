"""The formats colleagues open hold the form, its values, their sources, and say when they are unfinished."""

from __future__ import annotations

import html
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from assistant.drafts import operations as op
from assistant.drafts.model import Draft
from assistant.exports import FORMATS, export_draft
from corpus.fiche import CHAMPS, LigneBudget
from tests.assistant.drafts.samples import draft_of, hers, proposal
from tests.assistant.exports.samples import CITATION, complete, unfinished

if TYPE_CHECKING:
    from pathlib import Path

BINARY = ["docx", "odt", "xlsx"]
LABELS = [champ.libelle for champ in CHAMPS.values() if champ.nature != "budget"]


def docx_rows(data: bytes) -> list[list[str]]:
    import docx

    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]


def odt_rows(data: bytes) -> list[list[str]]:
    from odfdo import Document

    table = Document(io.BytesIO(data)).body.tables[0]
    return [
        ["\n".join(p.text for p in cell.get_elements("text:p | text:list/text:list-item/text:p")) for cell in row.cells]
        for row in table.rows
    ]


def xlsx_rows(data: bytes) -> list[list[str]]:
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[str(value or "").replace("• ", "") for value in row[:2]] for row in sheet.iter_rows(values_only=True)]


READERS = {"docx": docx_rows, "odt": odt_rows, "xlsx": xlsx_rows}


def fields(data: bytes, kind: str) -> dict[str, str]:
    return {row[0]: row[1] for row in READERS[kind](data)}


@pytest.mark.parametrize("kind", BINARY)
def test_the_form_is_a_table_of_labels_and_values(kind: str) -> None:
    found = fields(export_draft(complete(), kind), kind)
    assert [label for label in found if label in LABELS] == LABELS
    assert found["N°"] == "2.3"
    assert found["Titre"] == "Ouvrir une ludothèque itinérante"
    assert found["Moyens, humains, financiers, ressources à mobiliser"].split("\n") == [
        "Un poste à mi-temps",
        "Un véhicule aménagé",
        "Un local <partagé> & *clair*",
    ]
    assert "a.lebrun@brume.fr" in found[CHAMPS["personnes_en_charge"].libelle]
    assert found[CHAMPS["echeances"].libelle].split("\n") == [
        "Démarrage prévu\u00a0: septembre 2024",
        "Fin prévue\u00a0: 2026",
    ]


@pytest.mark.parametrize("kind", list(FORMATS))
@pytest.mark.parametrize("draft", [draft_of(), unfinished()])
def test_an_unfinished_export_says_so_at_its_head(kind: str, draft: Draft) -> None:
    data = export_draft(draft, kind, unfinished=True)
    text = _text(data, kind)
    assert 0 <= text.index("BROUILLON") < text.index(CHAMPS["porteurs"].libelle if kind != "json" else '"porteurs"')


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_final_export_has_neither_the_mention_nor_a_proposal(kind: str) -> None:
    draft = complete()
    waiting = draft.model_copy(update={"valeurs": [*draft.valeurs, unfinished().of("moyens")[-1]]})
    text = _text(export_draft(waiting, kind), kind)
    assert "BROUILLON" not in text
    assert "(proposition)" not in text
    assert '"Un second véhicule"' not in text
    assert "Un second véhicule</" not in text


@pytest.mark.parametrize("kind", ["md", "docx", "odt", "xlsx"])
def test_sources_are_given(kind: str) -> None:
    text = _text(export_draft(complete(), kind), kind).replace("\\", "")
    assert CITATION.document in text
    assert CITATION.extrait in text


@pytest.mark.parametrize("kind", ["md", "docx", "odt", "xlsx"])
def test_proposals_of_an_unfinished_export_are_marked(kind: str) -> None:
    text = _text(export_draft(unfinished(), kind, unfinished=True), kind)
    assert "proposition)" in text
    assert "Deux porteurs sont nommés." in text


@pytest.mark.parametrize("kind", ["md", "docx", "odt"])
def test_the_budget_has_its_totals(kind: str) -> None:
    text = _text(export_draft(complete(), kind), kind)
    assert text.count("20\u00a0000\u00a0€") == 2
    assert "TOTAL DES PRODUITS" in text


def test_amounts_are_numbers_and_texts_are_never_formulas_in_a_workbook() -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(export_draft(complete(), "xlsx")))
    assert book.sheetnames == ["Fiche", "Budget", "Provenance"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any("=2+2" in str(cell.value) for cell in cells)
    assert 12000 in [cell.value for cell in cells]


def test_markdown_shows_signs_as_they_are() -> None:
    text = export_draft(complete(), "md").decode()
    assert r"- Un local \<partagé\> & \*clair\*[^2]" in text
    assert "[^2]: " in text


def test_word_footnotes_are_numbered_and_tied() -> None:
    parts = zipfile.ZipFile(io.BytesIO(export_draft(complete(), "docx")))
    notes = parts.read("word/footnotes.xml").decode()
    body = parts.read("word/document.xml").decode()
    assert notes.count("<w:footnoteRef/>") == body.count("<w:footnoteReference ") == 2
    assert "footnotes.xml" in parts.read("word/_rels/document.xml.rels").decode()
    assert "footnotes+xml" in parts.read("[Content_Types].xml").decode()


@pytest.mark.parametrize("kind", list(FORMATS))
def test_no_sign_of_a_draft_can_break_an_export(kind: str) -> None:
    odd = "Un\x00 lieu\x0b \x1b[31m\udce9 ]]>\ufffe <w:p> & \u202e"
    writable = odd.replace("\udce9", "")
    values = [hers("moyens", odd), proposal("lieu", odd), hers("titre", odd)]
    line = LigneBudget(poste=writable, libelle=writable, montant=Decimal("1e30"))
    draft = op.add(draft_of(*values), "budget.charges", line).model_copy(update={"questions": [odd], "alertes": [odd]})
    text = _text(export_draft(draft, kind, unfinished=True), kind)
    assert "\x1b" not in text
    if kind in READERS:
        READERS[kind](export_draft(draft, kind, unfinished=True))


@pytest.mark.parametrize("kind", BINARY)
def test_our_own_reader_finds_the_form_again(kind: str, tmp_path: Path) -> None:
    from corpus.extraction import extract
    from corpus.reading import read

    path = tmp_path / f"fiche.{kind}"
    path.write_bytes(export_draft(complete(), kind))
    found = extract(read(path, isolated=False)).fiches
    assert len(found) == 1
    again, said = found[0].fiche, complete().fiche()
    for champ in ("numero", "titre", "porteurs", "echeances", "objectifs_operationnels", "description", "indicateurs"):
        assert getattr(again, champ) == getattr(said, champ)
    assert again.personnes_en_charge[0].mail == said.personnes_en_charge[0].mail


def _text(data: bytes, kind: str) -> str:
    """All the words of an export, in the order of the file."""
    if kind in ("json", "md"):
        return data.decode()
    parts = zipfile.ZipFile(io.BytesIO(data))
    names: dict[str, Any] = {
        "docx": ["word/document.xml", "word/footnotes.xml"],
        "odt": ["content.xml"],
        "xlsx": ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"],
    }
    return html.unescape("\n".join(parts.read(name).decode() for name in names[kind] if name in parts.namelist()))
