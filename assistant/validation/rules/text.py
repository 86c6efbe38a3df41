"""Rules on the writing: titles, lengths, repetitions, abbreviations. They advise and never block."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.acronyms import meaning, unexplained
from assistant.validation.emptiness import is_empty
from assistant.validation.infinitives import is_a_sentence, starts_with_infinitive
from assistant.validation.rule import Finding, avertissement, conseil, rule
from assistant.validation.texts import LISTS, all_items, items
from assistant.validation.typography import plural, short
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction

TITLE_LONG, TITLE_TOO_LONG = 150, 300
ITEM_LONG = 600
EXAMPLES = 3
"""How many sigles are spelled out in a finding."""
_BODIES = frozenset({"porteurs", "partenaires", "groupe_projet"})
_REPEATABLE = frozenset({"porteurs", "partenaires", "lieu", "axe", "groupe_projet"})


@rule("titre_forme", "produit.md (c) 26 : un verbe à l'infinitif ou un groupe nominal")
def title_form(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le titre est une phrase ou une question, et non un infinitif ou un nom."""
    title = fiche.titre or ""
    if not is_empty(title) and is_a_sentence(title):
        yield conseil(
            "titre",
            f"Le titre « {short(title)} » est une phrase.",
            "Commencez par un verbe à l'infinitif (« Créer… », « Renforcer… ») ou par un nom (« Création de… »).",
        )


@rule("titre_longueur", "produit.md (a) 2 : 300 caractères au plus")
def title_length(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le titre est long."""
    size = len(fiche.titre or "")
    if size > TITLE_LONG:
        make = avertissement if size > TITLE_TOO_LONG else conseil
        yield make(
            "titre",
            f"Le titre compte {size} caractères.",
            f"Tenez-le en une ligne ({TITLE_LONG} caractères) et gardez le détail pour la description.",
        )


@rule("element_long", "produit.md (c) 27 : une idée à la fois")
def long_item(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un élément de liste est si long qu'il tient sans doute plusieurs idées."""
    for champ in LISTS:
        for text in items(fiche, champ):
            if len(text) > ITEM_LONG:
                yield conseil(
                    champ,
                    f"Un élément de « {label(champ)} » compte {len(text)} caractères : « {short(text)} ».",
                    "Coupez-le en plusieurs éléments, une idée chacun.",
                )


@rule("objectif_infinitif", "gabarit.md : objectifs à l'infinitif ; produit.md (c) 26")
def objective_form(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un objectif opérationnel ne commence pas par un verbe à l'infinitif."""
    for text in items(fiche, "objectifs_operationnels"):
        if not starts_with_infinitive(text):
            yield conseil(
                "objectifs_operationnels",
                f"L'objectif « {short(text)} » ne commence pas par un verbe à l'infinitif.",
                "Dites ce qu'il faut faire : « Former… », « Ouvrir… », « Informer… ».",
            )


@rule("doublon", "produit.md (c) 28")
def duplicate(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le même élément figure deux fois dans une liste."""
    for champ in LISTS:
        seen: dict[str, int] = defaultdict(int)
        for text in items(fiche, champ):
            key = " ".join(words(text))
            seen[key] += 1
            if key and seen[key] == 2:
                yield avertissement(
                    champ, f"« {short(text)} » figure deux fois dans « {label(champ)} ».", "Enlevez la répétition."
                )


@rule("repetition", "produit.md (b) et (c) 28 : pas de répétition entre champs")
def repetition(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Deux champs disent la même chose mot pour mot."""
    first: dict[str, str] = {}
    for champ, text in all_items(fiche):
        key = " ".join(words(text))
        if champ in _REPEATABLE or len(key.split()) < 3:
            continue
        earlier = first.setdefault(key, champ)
        if earlier != champ:
            yield conseil(
                champ,
                f"« {label(champ)} » répète « {label(earlier)} » : « {short(text)} ».",
                "Dites dans chaque champ ce qui lui est propre.",
            )


@rule("sigle_explique", "produit.md (c) 27 : pas de sigle sans explication")
def acronym(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un sigle n'est pas développé à sa première apparition ; les listes de structures n'en donnent que le nom."""
    found = unexplained(text for champ, text in all_items(fiche) if champ not in _BODIES)
    if found:
        known = [f"{name} ({sigle})" for sigle in found if (name := meaning(sigle))]
        example = f" Par exemple : {', '.join(known[:EXAMPLES])}." if known else ""
        yield conseil(
            None,
            f"{plural(len(found), 'sigle')} sans explication : {', '.join(found)}.",
            f"À la première apparition, écrivez le nom entier puis le sigle entre parenthèses.{example}",
        )


RULES = (title_form, title_length, long_item, objective_form, duplicate, repetition, acronym)
