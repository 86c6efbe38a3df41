"""What neighbours of the corpus offer a draft, and in what form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from assistant.drafting import draft_from, propose
from assistant.drafting.contract import as_contract
from assistant.drafting.knowledge import knowledge_of
from assistant.drafting.proposals.mending import mended
from assistant.drafting.proposals.neutral import GAP, is_damaged, neutral
from corpus.extraction import extract
from corpus.models import Line, ReadDocument
from corpus.text.folding import words
from tests.assistant.drafting.corpora import corpus_of

if TYPE_CHECKING:
    from corpus.indexing import Corpus

_ORVELLE = """Fiche action 2.1 : Ouvrir un lieu d'accueil enfants-parents
Contexte (Les constats et les raisons justifiant cette action)
- Isolement des jeunes parents à Montferrat
- Peu de lieux de rencontre pour les parents
Objectif(s) de l'action
Soutenir les parents dans leur rôle
Rompre l'isolement des parents de Montferrat
Descriptif des actions et dates de mise en œuvre
1) En 2023, former les accueillants avec l'association Brindille
2) Aménager un local adapté aux jeunes enfants
Les indicateurs :
- Nombre de familles accueillies
- 45 familles accueillies par an
Public visé
Parents de jeunes enfants
Fiche action 3.1 : Rénover les logements anciens
Contexte (Les constats et les raisons justifiant cette action)
- Logements énergivores
Objectif(s) de l'action
Améliorer le confort des logements
Les indicateurs :
- Nombre de logements rénovés
Public visé
Propriétaires modestes
"""
_BRUME = """Fiche action 1.2 : Soutien à la parentalité
Contexte (Les constats et les raisons justifiant cette action)
- Peu de lieux de rencontre pour les parents
Objectif(s) de l'action
Développer des lieux d'accueil pour les parents et leurs enfants
Les indicateurs :
- Nombre de familles accueillies
- Satisfaction des parents
Public visé
Familles du Val-de-Brume
"""


def _document(name: str, text: str) -> ReadDocument:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.splitlines(), 1))
    return ReadDocument(name=name, format="txt", lines=lines)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    documents = [_document("orvelle.txt", _ORVELLE), _document("brume.txt", _BRUME)]
    return corpus_of(documents, [extract(d) for d in documents])


REQUEST = "Ouvrir un lieu d'accueil enfants-parents à Mirande, porté par le CCAS, de 2026 à 2028."


def test_open_fields_get_cited_proposals_from_the_nearest_fiche(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    offered = [v for v in draft.valeurs if v.etat == "propose"]
    assert {"besoins", "objectifs_operationnels", "indicateurs"} <= {v.champ for v in offered}
    assert "Soutenir les parents dans leur rôle" in [v.valeur for v in offered]
    assert all(v.citation and v.raison for v in offered)


def test_the_quote_stands_in_the_lines_it_cites_and_supports_the_proposal(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    for value in (v for v in draft.valeurs if v.citation):
        cited = value.citation
        assert cited is not None
        raw = corpus.catalogue.read_document(cited.document).text(cited.ligne_debut, cited.ligne_fin)
        assert " ".join(words(cited.extrait)) in " ".join(words(raw))


def test_nothing_of_the_source_territory_is_carried_over(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    offered = " ".join(str(v.valeur) for v in draft.valeurs if v.etat == "propose")
    assert not re.search(r"\d|Montferrat|Brindille|Brume", offered)


def test_what_several_conventions_say_is_told(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    shared = next(v for v in draft.valeurs if v.valeur == "Nombre de familles accueillies")
    assert shared.raison.startswith("2 conventions")
    assert [str(v.valeur) for v in draft.valeurs].count("Nombre de familles accueillies") == 1


def test_a_far_fiche_offers_nothing(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    assert not [v for v in draft.valeurs if "logement" in str(v.valeur).lower()]


def test_what_is_stated_is_not_proposed_again(corpus: Corpus) -> None:
    draft = draft_from(f"{REQUEST} Indicateurs : nombre de familles accueillies.", corpus).draft
    assert draft is not None
    said = [str(v.valeur).lower() for v in draft.of("indicateurs")]
    assert said.count("nombre de familles accueillies") == 1
    assert draft.of("indicateurs")[0].origine == "utilisateur"


def test_a_refused_proposal_is_not_offered_again(corpus: Corpus) -> None:
    from assistant.drafts.operations import refuse

    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    target = next(v for v in draft.valeurs if v.champ == "indicateurs")
    again = propose(refuse(draft, target.id), corpus, ["indicateurs"])
    assert target.valeur not in [v.valeur for v in again.of("indicateurs")]


def test_an_empty_corpus_still_gives_a_draft() -> None:
    drafting = draft_from(REQUEST, corpus_of())
    assert drafting.draft is not None
    assert drafting.draft.fiche().porteurs == ["CCAS"]
    assert not [v for v in drafting.draft.valeurs if v.origine == "corpus"]


def test_the_contract_has_a_row_for_each_value(corpus: Corpus) -> None:
    request = f"{REQUEST} Responsable : Ana Vidal, directrice, CCAS. Budget : assurance 100 €. Recettes : Caf 100 €."
    made = as_contract(draft_from(request, corpus))
    fiche, rows = made["fiche"], made["provenance"]
    assert isinstance(fiche, dict)
    assert isinstance(rows, list)
    assert len(rows) == len(_leaves(fiche))
    assert {str(r["valeur"]) for r in rows} == {str(leaf) for leaf in _leaves(fiche)}
    assert all((r["citation"] is not None) == (r["origine"] == "corpus") for r in rows)
    assert not made["refus"]


def test_a_declined_request_says_why_in_the_contract() -> None:
    made = as_contract(draft_from("Écris-moi un poème.", corpus_of()))
    assert made["refus"]
    assert made["motif"] == "hors_sujet"
    assert made["fiche"] == {}


def test_at_most_three_questions_are_asked_with_a_reason(corpus: Corpus) -> None:
    draft = draft_from("Café des parents à Mirande", corpus).draft
    assert draft is not None
    assert 1 <= len(draft.questions) <= 3
    assert all("(" in question for question in draft.questions)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1/ Créer un guide des services pour les familles", "Créer un guide des services pour les familles"),
        (
            "En 2024, lancer un appel à projets sur les horaires décalés",
            "Lancer un appel à projets sur les horaires décalés",
        ),
        ("Soutenir les jeunes de 12-25 ans dans leur parcours", f"Soutenir les jeunes de {GAP} dans leur parcours"),
        (
            "Renforcer les liens entre les parents de Montferrat et les écoles",
            f"Renforcer les liens entre les parents de {GAP} et les écoles",
        ),
        ("Le diagnostic a mis en évidence un manque de lieux pour les parents", "Un manque de lieux pour les parents"),
        ("Écrire à contact@orvelle.example pour les inscriptions", None),
        ("45 %", None),
        ("Un accueil adapté aux enfants et à leur", None),
        ("Commune de Montferrat : une étude est en cours sur les logements", None),
        (
            "Des actions en direction des 12-25 ans du territoire",
            f"Des actions en direction des {GAP} du territoire",
        ),
    ],
)
def test_the_neutral_form_of_an_item(source: str, expected: str | None, corpus: Corpus) -> None:
    made = neutral(source, "orvelle.txt", knowledge_of(corpus))
    assert (made.text if made else None) == expected


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("s'accorder sur 'échelle", True),
        ("LaCAF et les communes", True),
        ("Créerun réseau des parents", True),
        ("ameéliorer la visibilité", True),
        ("Nombre d'enfants accueillis", False),
        ("Améliorer l'accueil des familles créées", False),
    ],
)
def test_traces_of_a_bad_scan_are_seen(text: str, damaged: bool) -> None:
    assert is_damaged(text) is damaged


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Un égal accés a la parentalité auprés des familles", "Un égal accès à la parentalité auprès des familles"),
        ("Elaborer une evaluation de la visibilite", "Élaborer une évaluation de la visibilité"),
        ("La ville qui a la charge du lieu", "La ville qui a la charge du lieu"),
        ("Une salle partagée, à la mairie", "Une salle partagée, à la mairie"),
        ("Former les agents, un lieu forme", "Former les agents, un lieu forme"),
        ("RESEAU des écoles", "RESEAU des écoles"),
    ],
)
def test_accents_a_scan_lost_are_put_back(text: str, right: str) -> None:
    assert mended(text) == right


def _leaves(value: object) -> list[object]:
    if value is None or value == "":
        return []
    if isinstance(value, dict):
        return [leaf for v in value.values() for leaf in _leaves(v)]
    if isinstance(value, list):
        return [leaf for v in value for leaf in _leaves(v)]
    return [value]
