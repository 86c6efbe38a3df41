"""Proposals stay with the matter of the action: themes, the chain, partners, and saying that nothing is close."""

from __future__ import annotations

import pytest

from assistant.drafting import draft_from, propose
from assistant.drafting.proposals.concepts import agreement, standing, themes_told, weigh_themes
from assistant.drafting.proposals.ranking import FAR
from assistant.drafts.operations import add
from corpus.extraction import extract
from corpus.indexing import Corpus
from corpus.models import Line, ReadDocument
from tests.assistant.drafting.corpora import corpus_of

_MIRANDE = """Fiche action 1.1 : Soutenir la parentalité par des groupes de parole
Contexte (Les constats et les raisons justifiant cette action)
- Veiller à la cohérence des actions
- Solitude de nombreux parents de jeunes enfants
Objectif(s) de l'action
Offrir aux parents un lieu pour échanger
Rompre la solitude des parents séparés
Les indicateurs :
- Nombre de parents présents aux groupes
- Part des parents séparés parmi les présents
Pilotes et acteurs associés
Centre social Les Tilleuls, RPE, PMI, association Brindille
Public visé
Parents
Fiche action 4.2 : Lancer une étude sur l'habitat adapté au handicap
Contexte (Les constats et les raisons justifiant cette action)
- Manque de logements adaptés au handicap
Objectif(s) de l'action
Lancer une réflexion sur l'habitat adapté
Les indicateurs :
- Nombre de logements adaptés au handicap
Public visé
Personnes en situation de handicap
"""
REQUEST = "On voudrait lancer un café des parents à Orvelle, porté par le CCAS, à partir de septembre 2026."


def _document(name: str, text: str) -> ReadDocument:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.splitlines(), 1))
    return ReadDocument(name=name, format="txt", lines=lines)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    document = _document("mirande.txt", _MIRANDE)
    return corpus_of([document], [extract(document)])


def _offered(request: str, corpus: Corpus) -> dict[str, list[str]]:
    draft = draft_from(request, corpus).draft
    assert draft is not None
    found: dict[str, list[str]] = {}
    for value in draft.valeurs:
        if value.etat == "propose":
            found.setdefault(value.champ, []).append(str(value.valeur))
    return found


def test_a_verb_in_common_brings_nothing_of_another_theme(corpus: Corpus) -> None:
    offered = _offered(REQUEST, corpus)
    assert "Offrir aux parents un lieu pour échanger" in offered["objectifs_operationnels"]
    assert not [text for texts in offered.values() for text in texts if "habitat" in text or "handicap" in text]


def test_a_need_is_no_infinitive(corpus: Corpus) -> None:
    assert _offered(REQUEST, corpus)["besoins"] == ["Solitude de nombreux parents de jeunes enfants"]


def test_partners_are_those_any_territory_has(corpus: Corpus) -> None:
    offered = _offered(REQUEST, corpus)["partenaires"]
    assert {"RPE", "PMI"} <= set(offered)
    assert not [name for name in offered if "Tilleuls" in name or "Brindille" in name]


def test_what_the_corpus_has_nothing_close_for_is_said(corpus: Corpus) -> None:
    drafting = draft_from("Mettre en place un transport solidaire à Orvelle, porté par le CCAS, en 2026.", corpus)
    assert drafting.draft is not None
    chain = {"besoins", "objectifs_operationnels", "indicateurs"}
    assert not [v for v in drafting.draft.valeurs if v.etat == "propose" and v.champ in chain]
    assert "Rien d'assez proche dans le corpus" in drafting.message or "n'offre pas de proposition" in drafting.message


def test_an_indicator_that_answers_a_stated_objective_comes_first(corpus: Corpus) -> None:
    draft = draft_from(REQUEST, corpus).draft
    assert draft is not None
    draft = draft.model_copy(update={"valeurs": [v for v in draft.valeurs if v.etat != "propose"]})
    for objective, first in (
        ("Accompagner les parents séparés", "Part des parents séparés parmi les présents"),
        ("Faire venir les parents aux groupes", "Nombre de parents présents aux groupes"),
    ):
        again = propose(add(draft, "objectifs_operationnels", objective), corpus, ["indicateurs"])
        assert next(v.valeur for v in again.of("indicateurs")) == first


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Manque de places en petite enfance", {"petite-enfance"}),
        ("Lancer un café des parents", {"parentalite"}),
        ("Manque de visibilité des aides existantes", set()),
        ("Nombre de rencontres avec les partenaires", set()),
    ],
)
def test_the_themes_a_text_tells(text: str, themes: set[str]) -> None:
    assert themes_told(text) == themes


def test_an_item_stands_by_its_own_themes_before_those_of_its_source() -> None:
    asked = weigh_themes([("Lancer un café des parents", 3.0)])
    same, other = {"parentalite": 1.0}, {"handicap": 1.0}
    on_theme = standing(asked, "Soutenir les parents", other)
    unsaid = standing(asked, "Une offre lisible", same)
    anywhere = standing(asked, "Nombre de rencontres", other)
    foreign = standing(asked, "Accueil des enfants en situation de handicap", same)
    assert on_theme > anywhere > foreign
    assert unsaid > standing(asked, "Une offre lisible", other)


def test_a_shared_public_is_not_a_shared_matter() -> None:
    asked = weigh_themes([("Un point d'écoute en santé mentale pour les adolescents", 3.0)])
    housing = standing(asked, "Difficultés des jeunes à trouver un logement", None)
    health = standing(asked, "Troubles de santé des jeunes", None)
    assert health > housing + 0.2


def test_themes_agree_with_themselves_only() -> None:
    assert agreement({"logement": 1.0}, {"logement": 0.5}) == pytest.approx(1.0)
    assert agreement({"logement": 1.0}, {"sante": 1.0}) == 0.0
    assert agreement({}, {"sante": 1.0}) == 0.0


def test_a_source_that_only_tells_of_coordination_is_neither_near_nor_far() -> None:
    asked = {"acces-aux-droits": 1.0}
    item = "Outiller les secrétaires du bourg"
    between = standing(asked, item, {"coordination": 1.0})
    assert standing(asked, item, {"handicap": 1.0}) < FAR <= between < standing(asked, item, {"acces-aux-droits": 1.0})
