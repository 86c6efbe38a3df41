"""One registry per concept: commands, texts, rows of the form."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.drafts.model import PARTS
from corpus.fiche import CHAMPS
from tests.tui.fake import citation, sample_draft
from tui import deeds, texts, texts_help, texts_linear
from tui.commands import COMMANDS, completions, find, split
from tui.rows import euros, field_rows, source_rows
from tui.texts import fr

TUI = Path(texts.__file__).parent


def test_every_command_has_a_deed_and_a_name_of_its_own() -> None:
    names = [name for c in COMMANDS for name in (c.name, *c.aliases)]
    assert len(names) == len(set(names))
    assert all(hasattr(deeds.Deeds, f"_do_{c.action}") for c in COMMANDS)


def test_commands_are_found_without_accents_and_completed() -> None:
    assert find("Réglages") is find("reglages") is not None
    assert [c.name for c in completions("/acc")] == ["accepter", "accueil"]
    assert completions("/accepter x") == completions("accepter") == []
    assert split("/chercher petite enfance") == ("chercher", "petite enfance")
    assert split("une question") is None


def test_every_field_of_the_form_has_its_row_in_order() -> None:
    shown = [row.champ for row in field_rows(sample_draft())]
    whole = [c for c in CHAMPS if c not in ("echeances", "budget")]
    assert [c for c in shown if "." not in c] == whole
    assert sorted(c for c in shown if "." in c) == sorted(PARTS)


def test_a_field_says_its_state_and_a_proposal_what_it_would_replace() -> None:
    rows = {row.champ: row for row in field_rows(sample_draft())}
    assert rows["numero"].state == "vide"
    assert rows["indicateurs"].state == "propose"
    assert rows["public_cible"].state == "a_verifier"
    assert rows["budget.charges"].total == "1\u00a0250,50\u00a0€"
    replaced = rows["public_cible"].replaced(rows["public_cible"].values[1])
    assert replaced is not None
    assert replaced.valeur == "Familles"


def test_a_passage_is_listed_once_with_all_its_uses() -> None:
    rows = source_rows(sample_draft(), [citation(3)])
    assert [row.citation.ligne_debut for row in rows] == [3, 1, 4]
    assert (rows[0].mark, len(rows[0].uses)) == (1, 2)


def test_amounts_and_typography_are_french() -> None:
    assert euros(12500) == "12\u00a0500\u00a0€"
    assert fr("« Oui » : non ?") == "«\u00a0Oui\u00a0»\u00a0: non\u00a0?"


def test_every_text_of_the_catalogue_is_shown_somewhere() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in TUI.rglob("*.py"))
    catalogues = {"texts": texts, "texts_help": texts_help, "texts_linear": texts_linear}
    names = [f"{book}.{name}" for book, module in catalogues.items() for name in vars(module) if name.isupper()]
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []


def test_no_text_leaves_the_plural_to_the_reader() -> None:
    catalogue = "".join(path.read_text(encoding="utf-8") for path in TUI.glob("texts*.py"))
    assert not re.search(r"\w\((?:s|e|x|es)\)", catalogue)


def test_modules_stay_small() -> None:
    lines = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in TUI.rglob("*.py") if p.name != "texts.py"}
    long = {p.name: n for p, n in lines.items() if n > 300}
    assert long == {}
