"""Requests as people send them (forms, talk, forwarded mail), and messages that only answer what was asked."""

from __future__ import annotations

import pytest

from assistant.drafting import amend, draft_from
from assistant.drafting.amendments.targets import content_words
from assistant.drafting.reading import read_request
from assistant.drafts.model import Draft
from assistant.drafts.register import open_register
from tests.assistant.drafting.corpora import corpus_of

_FORM = """Bonjour, je vous colle ce que j'ai :
- Intitulé de l'action : Relais baby-sitting
- Territoire d'intervention : communes de Brume et Mirande
- Structure porteuse : CCVB
- Acteurs associés : info jeunes, Croix-Rouge
- Calendrier prévisionnel : avril 2025 à mars 2027
- Critères d'évaluation : nombre de jeunes formés ; nombre de gardes"""


def _said(request: str, champ: str) -> list[str]:
    return [content_words(s.valeur) for s in read_request(request).statements if s.champ == champ]


@pytest.mark.parametrize(
    ("champ", "wanted"),
    [
        ("titre", ["Relais baby-sitting"]),
        ("lieu", ["communes de Brume et Mirande"]),
        ("porteurs", ["CCVB"]),
        ("partenaires", ["info jeunes", "Croix-Rouge"]),
        ("echeances.fin", ["mars 2027"]),
        ("indicateurs", ["nombre de jeunes formés", "nombre de gardes"]),
        ("description", []),
    ],
)
def test_a_form_pasted_in_a_mail_is_read_by_its_labels(champ: str, wanted: list[str]) -> None:
    assert _said(_FORM, champ) == wanted


def test_a_change_of_mind_is_followed_and_told() -> None:
    request = "Maison des jeunes à Mirande. On démarre en mars 2025, euh non plutôt en mai 2025. Porteur : CCVB."
    assert _said(request, "echeances.debut") == ["mai 2025"]
    assert any("au lieu de" in alert for alert in read_request(request).alertes)


def test_a_body_set_aside_is_not_taken_up() -> None:
    request = "Maison des jeunes à Mirande. Ce n'est pas la mairie qui porte mais l'association Brume."
    assert _said(request, "porteurs") == ["association Brume"]


def test_the_health_of_a_person_given_by_name_is_not_written() -> None:
    request = (
        "Fiche sur le répit à Mirande, porteur CCVB. Mme Roche, mère de Kevin (15 ans, suivi au CMP), m'a appelée."
    )
    reading = read_request(request)
    assert "Kevin" not in " ".join(content_words(s.valeur) for s in reading.statements)
    assert any("données personnelles" in alert for alert in reading.alertes)


def _draft(request: str) -> Draft:
    draft = draft_from(request, corpus_of()).draft
    assert draft is not None
    return draft


def _after(draft: Draft, message: str, champ: str) -> list[str]:
    return [content_words(v.valeur) for v in amend(draft, message, corpus_of()).draft.of(champ, proposals=False)]


def test_a_date_alone_answers_the_date_that_was_asked() -> None:
    draft = _draft("Café des parents à Brume, porté par la CCVB. Ça démarre en septembre 2025.")
    assert _after(draft, "août 2027", "echeances.fin") == ["août 2027"]
    assert _after(draft, "août 2027", "echeances.debut") == ["septembre 2025"]


def test_a_place_alone_fills_the_place_that_is_open() -> None:
    draft = _draft("Ateliers d'éveil pour les tout-petits. Porteur : CCVB. De 2025 à 2026.")
    assert _after(draft, "à Mirande et Orvelle", "lieu") == ["Mirande et Orvelle"]


def test_yes_writes_the_amounts_that_were_worked_out() -> None:
    draft = _draft("Jardin partagé à Brume. Porteur : CCVB. Dépenses : salaire 9 k€. Recettes : Caf 9 000 €.")
    assert any("9 k€" in question for question in draft.questions)
    confirmed = amend(draft, "Oui, c'est bien ça", corpus_of()).draft
    assert [v.champ for v in confirmed.valeurs if v.champ.startswith("budget.charges")] == ["budget.charges"]
    assert not any(point.ecrit for point in open_register(confirmed))
