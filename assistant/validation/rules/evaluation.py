"""Rules on the chain from objectives to effects and indicators. They advise and never block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.validation.chain import unfollowed
from assistant.validation.indicators import NAMES, has_baseline, has_source, is_a_count, nature
from assistant.validation.rule import Finding, conseil, rule
from assistant.validation.texts import items
from assistant.validation.typography import plural, short
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction
QUOTED = 3
"""How many items a finding quotes."""


@rule("indicateur_mesure", "produit.md (c) 30, 35 : jamais bloquant")
def unmeasured(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un indicateur ne dit pas comment il se compte ou s'observe."""
    for text in items(fiche, "indicateurs"):
        if nature(text) is None:
            yield conseil(
                "indicateurs",
                f"L'indicateur « {short(text)} » ne dit pas comment il se mesure.",
                "Précisez ce qui se compte ou s'observe : « Nombre de… », « Taux de… », « Satisfaction des… ».",
            )


@rule("indicateurs_natures", "produit.md (c) 30-31 : moyens, réalisation, résultat, impact")
def natures(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Tous les indicateurs sont de la même sorte, ou aucun ne mesure un résultat."""
    found = {nature(text) for text in items(fiche, "indicateurs")} - {None}
    if found and not found & {"resultat", "impact"}:
        kinds = " et ".join(NAMES[name] for name in NAMES if name in found)
        yield conseil(
            "indicateurs",
            f"Les indicateurs sont tous {kinds} : aucun ne mesure un résultat.",
            "Ajoutez un indicateur de résultat : un taux, une évolution, une satisfaction.",
        )


@rule("indicateurs_source", "produit.md (c) 31-32 : source et point de départ")
def source(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Aucun indicateur ne dit d'où viendra le chiffre, ou à quoi le comparer."""
    texts = items(fiche, "indicateurs")
    missing = [
        words_
        for words_, test in (("d'où viendra le chiffre", has_source), ("à quoi le comparer", has_baseline))
        if texts and not any(test(text) for text in texts)
    ]
    if missing:
        yield conseil(
            "indicateurs",
            f"Aucun indicateur ne dit {' ni '.join(missing)}.",
            "Notez la source (rapport d'activité, enquête…) et la valeur actuelle, même approchée.",
        )


def _not_followed(texts: list[str], one: str, several: str) -> str:
    """One finding for all: three are quoted, the others counted."""
    quoted = ", ".join(f"« {short(text)} »" for text in texts[:QUOTED])
    more = f" et {plural(len(texts) - QUOTED, 'autre')}" if len(texts) > QUOTED else ""
    return f"{one} {quoted}." if len(texts) == 1 else f"{len(texts)} {several} : {quoted}{more}."


@rule("objectif_sans_indicateur", "produit.md (c) 32-33 ; ticket 5 : la chaîne tient")
def objective_without_indicator(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Aucun indicateur ne reprend un mot d'un objectif opérationnel."""
    texts = unfollowed(fiche, "objectifs_operationnels")
    if texts:
        yield conseil(
            "objectifs_operationnels",
            _not_followed(
                texts,
                "Aucun indicateur ne semble suivre l'objectif",
                "objectifs ne semblent suivis par aucun indicateur",
            ),
            "Ajoutez un indicateur qui dira si cet objectif est atteint.",
        )


@rule("effet_sans_indicateur", "produit.md (c) 32 ; ticket 5 : la chaîne tient")
def effect_without_indicator(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Aucun indicateur ne reprend un mot d'un effet attendu."""
    texts = unfollowed(fiche, "effets_attendus")
    if texts:
        yield conseil(
            "effets_attendus",
            _not_followed(
                texts, "Aucun indicateur ne semble mesurer l'effet", "effets ne semblent mesurés par aucun indicateur"
            ),
            "Ajoutez un indicateur qui montrera cet effet.",
        )


@rule("effet_distinct", "produit.md (b) : un effet n'est pas un indicateur")
def effect_apart(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un effet attendu est écrit comme un indicateur."""
    indicators = {" ".join(words(text)) for text in items(fiche, "indicateurs")}
    for text in items(fiche, "effets_attendus"):
        if is_a_count(text) or " ".join(words(text)) in indicators:
            yield conseil(
                "effets_attendus",
                f"L'effet « {short(text)} » est un indicateur.",
                "Dites ce qui changera pour le public, et gardez la mesure dans les indicateurs.",
            )


RULES = (unmeasured, natures, source, objective_without_indicator, effect_without_indicator, effect_apart)
