"""A whole path line by line: nothing drawn, every state a word, every turn kept."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from tests.tui.fake import FakeWorkshop, sample_draft
from tui.commands import COMMANDS
from tui.linear.console import Console
from tui.linear.deeds import LinearDeeds
from tui.linear.run import Linear

if TYPE_CHECKING:
    from pathlib import Path

DRAWN = re.compile("[\u2190-\u21ff\u2500-\u27bf\x00-\x08\x0b-\x1f\x7f-\x9f]")


def said(fake: FakeWorkshop, *messages: str) -> str:
    """What a conversation of these lines writes."""
    target = io.StringIO()
    Linear(fake, Console(io.StringIO("".join(f"{m}\n" for m in messages)), target)).run()
    return target.getvalue()


def test_a_question_is_answered_with_its_sources_in_words(fake: FakeWorkshop) -> None:
    text = said(fake, "Qui pilote la fiche 2.1 ?")
    assert "Vous\u00a0: Qui pilote" in text
    assert "Assistant\u00a0: La communauté de communes porte la fiche 2.1 [1]." in text
    assert "Source 1\u00a0: convention-val-de-brume.txt, ligne 2." in text
    assert not DRAWN.search(text)


def test_a_draft_is_written_decided_on_and_exported(fake: FakeWorkshop, tmp_path: Path) -> None:
    text = said(fake, "Une ludothèque", "/brouillon", "/accepter 4", "/refuser 6, 7", "/exporter md brouillon")
    assert "4. Enfants de 0 à 6 ans et leurs parents (proposé, à la place de" in text
    assert not DRAWN.search(text)
    states = {v.id: v.etat for v in fake.load_draft(sample_draft().id).valeurs}
    assert (states["public_cible-1"], states["public_cible-0"]) == ("accepte", "refuse")
    refused = [name for name, state in states.items() if state == "refuse"]
    assert len(refused) == 3, "les numéros valent jusqu'à ce que le brouillon soit relu"
    assert list(tmp_path.glob("*.md"))


def test_words_are_added_and_changed(fake: FakeWorkshop) -> None:
    said(fake, "Une ludothèque", "/ajouter Indicateurs : Nombre de prêts", "/modifier 2 La Caf", "/annuler")
    draft = fake.load_draft(sample_draft().id)
    assert "Nombre de prêts" in [v.valeur for v in draft.of("indicateurs")]
    assert "La Caf" not in [v.valeur for v in draft.valeurs]


def test_what_is_not_understood_is_said_with_what_to_do(fake: FakeWorkshop) -> None:
    text = said(fake, "/nimporte", "/accepter 1", "Une ludothèque", "/accepter 99", "/ajouter zzz : rien", "/theme")
    assert text.count("Erreur\u00a0:") == 5
    assert "« 99 »".replace(" ", "\u00a0") in text


def test_a_failed_turn_ends_nothing_and_its_message_is_kept(fake: FakeWorkshop) -> None:
    fake.failure = CorpusError("L'index est occupé.", "Attendez.")
    text = said(fake, "a ?", "b ?")
    assert text.count("À faire\u00a0: Attendez.") == 2
    fake.failure = ValueError("imprévu")  # type: ignore[assignment]
    assert "ValueError" in said(fake, "c ?")
    assert [m["texte"] for m in fake.load_state()["messages"]] == ["a ?", "b ?", "c ?"]


def test_a_conversation_put_aside_is_listed_and_taken_up(fake: FakeWorkshop) -> None:
    text = said(fake, "Qui ?", "/nouveau", "/accueil", "/ouvrir 1", "Et quand ?", "/nouveau", "/accueil")
    assert "1. Conversation\u00a0: Qui ?, 2 messages".replace("\u00a0:", " :") in text
    assert text.rstrip().splitlines()[-2].endswith("Qui ?, 4 messages"), "la même conversation, plus longue"


def test_a_line_may_go_on_with_the_next(fake: FakeWorkshop) -> None:
    said(fake, "un\\", "deux ?")
    assert fake.heard[0][0] == "un\ndeux ?"


def test_the_commands_are_those_of_the_registry() -> None:
    actions = {command.action for command in COMMANDS}
    assert LinearDeeds.known() <= actions
    assert {"accept", "refuse", "search", "draft", "export", "help", "leave"} <= LinearDeeds.known()


def test_the_program_answers_in_a_pipe_without_textual(tmp_path: Path) -> None:
    code = (
        "import sys; from assistant.cli.main import run; from assistant.cli.output import Output;"
        "run(['--lineaire'], Output()); sys.exit('textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="/aide\n/quitter\n", capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "FICHES_DONNEES": str(tmp_path), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "/accepter NUMÉROS" in done.stdout
    assert "\x1b" not in done.stdout
    assert (tmp_path / "interface.json").exists()


def test_other_words_are_asked_for_a_value_by_its_number(fake: FakeWorkshop) -> None:
    text = said(fake, "Une ludothèque", "/brouillon", "/reformuler 4 plus court", "/reformuler le titre")
    assert [message for message, _ in fake.heard][1:] == ["Reformule public cible, plus court", "Reformule le titre"]
    assert not DRAWN.search(text)


def test_the_budget_is_read_and_added_to_in_words(fake: FakeWorkshop) -> None:
    text = said(fake, "Une ludothèque", "/budget produits : Caf 900", "/budget charges", "/budget")
    assert "Fait : ajouté à « Produits » : Caf, 900 €" in text.replace("\u00a0", " ")
    assert "Caf\u00a0: 900\u00a0€ (accepté)" in text
    assert "À trouver\u00a0: 350,50\u00a0€" in text
    assert "Par exemple" in text.split("/budget charges")[1]
    assert not DRAWN.search(text)


def test_what_is_accepted_is_named(fake: FakeWorkshop) -> None:
    text = said(fake, "Une ludothèque", "/brouillon", "/accepter 4")
    assert re.search(r"Fait\u00a0: accepté.*Enfants de 0 à 6 ans", text)


def test_a_fiche_of_the_corpus_becomes_a_model(fake: FakeWorkshop) -> None:
    text = said(fake, "/modele ludotheque", "/modele 1", "/brouillon", "/modele 7")
    assert "1. 2.1 Ouvrir une ludothèque itinérante" in text
    assert "d'après « Ouvrir une ludothèque itinérante »" in text.replace("\u00a0", " ")
    assert "« 7 » n'est pas un numéro" in text.replace("\u00a0", " ")


def test_a_draft_is_deleted_by_its_number(fake: FakeWorkshop) -> None:
    text = said(fake, "Une ludothèque", "/accueil", "/supprimer 1", "/accueil")
    assert "Supprimé." in text
    assert fake.drafts() == []


def test_an_export_refused_says_what_to_type(fake: FakeWorkshop) -> None:
    assert "/exporter md brouillon" in said(fake, "Une ludothèque", "/exporter")
