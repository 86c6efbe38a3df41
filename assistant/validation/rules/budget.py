"""Rules on the budget: balance, lines, funders, contributions in kind. Amounts are decimals, to the cent."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.budget_form import FORM, FUNDERS, find_post
from assistant.validation.emptiness import is_empty
from assistant.validation.money import euros, total
from assistant.validation.rule import Finding, avertissement, conseil, erreur, rule
from assistant.validation.typography import short
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction, LigneBudget

HIGHEST = 999_999_999_999
_CODE = re.compile(r"^\d{2,3}\s*[-–.:]?\s*")
_SUBSIDY = re.compile(
    r"^(?:\d{2,3}\W*)?subventions?(?:\s+d'exploitation)?"
    r"(?:\s+(?:demandee?|sollicitee?|attendue?|prevue?|obtenue?|acquise?|publique?)s?)*\W*"
)
_TOTAL = re.compile(r"^(?:sous[- ]?)?totaux?\b|^(?:montant |cout )?(?:sous[- ]?)?total\b")


def sides(fiche: FicheAction) -> dict[str, list[LigneBudget]]:
    """The four sides of the budget by dotted field; none when the fiche has no budget."""
    if fiche.budget is None:
        return {}
    gifts = fiche.budget.contributions
    return {
        "budget.charges": fiche.budget.charges,
        "budget.produits": fiche.budget.produits,
        "budget.contributions.emplois": gifts.emplois if gifts else [],
        "budget.contributions.ressources": gifts.ressources if gifts else [],
    }


def _all_lines(fiche: FicheAction) -> Iterator[tuple[str, LigneBudget]]:
    for champ, lines in sides(fiche).items():
        for line in lines:
            yield champ, line


def name_of(line: LigneBudget) -> str:
    """What a line is called in a message."""
    return short(" – ".join(part for part in (line.poste, line.sous_poste, line.libelle) if part))


@rule("budget_vide", "gabarit.md : valide quand il est présent")
def no_line(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le budget est ouvert mais n'a aucune ligne de charges ou de produits."""
    if fiche.budget and not fiche.budget.charges and not fiche.budget.produits:
        yield avertissement(
            "budget", "Le budget n'a ni charge ni produit.", "Ajoutez les lignes du budget, ou enlevez le budget."
        )


@rule("budget_equilibre", "produit.md (c) 1-2, 7 ; gabarit.md")
def balance(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le total des charges n'est pas égal au total des produits, excédent ou insuffisance inscrits."""
    if not fiche.budget:
        return
    charges, produits = total(fiche.budget.charges), total(fiche.budget.produits)
    if charges == produits:
        return
    message = f"Le total des charges ({euros(charges)}) n'est pas égal au total des produits ({euros(produits)})."
    yield erreur("budget", message, _missing_line(charges - produits))


def _missing_line(gap: Decimal) -> str:
    if gap > 0:
        return (
            f"Ajoutez {euros(gap)} de produits (un financement, ou « Ressources propres »), "
            f"ou inscrivez une « Insuffisance prévisionnelle » de {euros(gap)} du côté des produits."
        )
    return (
        f"Ajoutez {euros(-gap)} de charges, "
        f"ou inscrivez un « Excédent prévisionnel » de {euros(-gap)} du côté des charges."
    )


@rule("resultat_mal_place", "produit.md (c) 2 : excédent à gauche, insuffisance à droite")
def result_side(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un excédent est inscrit en produit, ou une insuffisance en charge."""
    wrong = {"budget.charges": ("insuffisance", "deficit"), "budget.produits": ("excedent", "benefice")}
    for champ, line in _all_lines(fiche):
        if champ in wrong and fold(line.poste).startswith(wrong[champ]):
            other = "produits" if champ == "budget.charges" else "charges"
            yield erreur(champ, f"« {name_of(line)} » est du mauvais côté du budget.", f"Déplacez-la dans les {other}.")


@rule("contributions_symetriques", "produit.md (c) 2-3, 9 ; gabarit.md")
def gifts_balance(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Les deux totaux des contributions volontaires en nature diffèrent."""
    if not fiche.budget or not fiche.budget.contributions:
        return
    gifts = fiche.budget.contributions
    used, given = total(gifts.emplois), total(gifts.ressources)
    if used != given:
        side = "ressources" if used > given else "emplois"
        yield erreur(
            f"budget.contributions.{side}",
            f"Les contributions en nature ne sont pas égales : {euros(used)} d'emplois, {euros(given)} de ressources.",
            f"Ajoutez {euros(abs(used - given))} du côté des {side}, ou corrigez l'autre côté.",
        )


@rule("ligne_en_double", "produit.md (c) 11")
def duplicate_line(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Deux lignes d'un même côté portent le même poste, le même sous-poste et le même libellé."""
    for champ, lines in sides(fiche).items():
        seen: dict[tuple[str, str, str], int] = defaultdict(int)
        for line in lines:
            key = (_plain(line.poste), _plain(line.sous_poste), _plain(line.libelle))
            seen[key] += 1
            if seen[key] == 2:
                yield avertissement(
                    champ,
                    f"« {name_of(line)} » figure deux fois dans « {label(champ)} ».",
                    "Enlevez la ligne répétée, ou donnez à chacune un libellé.",
                )


def _plain(part: str | None) -> str:
    """The words of a part of a line, accounting code and plurals aside."""
    return " ".join(word.removesuffix("s") for word in words(_CODE.sub("", fold(part or ""))))


@rule("total_en_ligne", "produit.md (c) 6 : un total n'est pas une ligne")
def total_as_line(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une ligne répète le total de son poste ou du budget : elle serait comptée deux fois."""
    for champ, lines in sides(fiche).items():
        for line in lines:
            if _TOTAL.match(fold(line.sous_poste or line.poste)) or _sums_its_post(line, lines):
                yield avertissement(
                    champ,
                    f"« {name_of(line)} » ({euros(line.montant)}) semble être un total, déjà compté par ses lignes.",
                    "Enlevez cette ligne : les totaux sont calculés.",
                )


def _sums_its_post(line: LigneBudget, lines: list[LigneBudget]) -> bool:
    details = [one for one in lines if one.sous_poste and fold(one.poste) == fold(line.poste)]
    return not line.sous_poste and not line.libelle and len(details) > 1 and total(details) == line.montant


@rule("montant_plausible", "produit.md (c) 1, 10")
def amount(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un montant est nul, démesuré ou compte des centimes, que le formulaire ne demande pas."""
    for champ, line in _all_lines(fiche):
        if line.montant > HIGHEST:
            yield avertissement(champ, f"« {name_of(line)} » a un montant démesuré.", "Vérifiez le montant, en euros.")
        elif line.montant == 0:
            yield conseil(champ, f"« {name_of(line)} » vaut 0 €.", "Donnez son montant, ou enlevez la ligne.")
        elif line.montant != line.montant.to_integral_value():
            yield conseil(
                champ, f"« {name_of(line)} » compte des centimes : {euros(line.montant)}.", "Arrondissez à l'euro."
            )


@rule("financeur_nomme", "gabarit.md ; produit.md (c) 6 : une ligne par financeur nommé")
def funder(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une subvention ne dit pas qui la verse."""
    for line in sides(fiche).get("budget.produits", []):
        named = _funder(line)
        if named is None:
            continue
        if not named:
            yield erreur(
                "budget.produits",
                f"La subvention de {euros(line.montant)} ne dit pas qui la verse.",
                f"Nommez le financeur : {', '.join(FUNDERS[:5])}…",
            )
        elif not line.libelle and fold(named) in {fold(kind) for kind in FUNDERS if kind != "ASP"}:
            yield conseil(
                "budget.produits",
                f"« {named} » ne dit pas précisément qui verse {euros(line.montant)}.",
                "Précisez lequel : la direction, la collectivité, la caisse ou la fondation.",
            )


def _funder(line: LigneBudget) -> str | None:
    """Who pays a subsidy, an empty text when nobody is named, ``None`` when the line is not a subsidy."""
    if not _SUBSIDY.match(fold(line.poste)):
        return None
    parts = (line.sous_poste or "", line.libelle or "", line.poste)
    left = [_SUBSIDY.sub("", fold(part)) for part in parts]
    return next((part for part, rest in zip(parts, left, strict=True) if words(rest) and not is_empty(rest)), "")


@rule("poste_du_formulaire", "gabarit.md : les postes du formulaire")
def post_on_form(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un poste n'est pas un de ceux du formulaire."""
    for champ, line in _all_lines(fiche):
        if find_post(champ, line.poste) or _TOTAL.match(fold(line.poste)):
            continue
        known = ", ".join(post.libelle for post in FORM[champ][:4])
        yield conseil(
            champ,
            f"Le poste « {short(line.poste)} » n'est pas sur le formulaire ({label(champ).lower()}).",
            f"Rattachez la ligne à un poste du formulaire ({known}…) et gardez vos mots en libellé.",
        )


@rule("budget_periode", "gabarit.md : budget du… au…")
def no_period(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Le budget ne dit pas la période qu'il couvre."""
    budget = fiche.budget
    if budget and (budget.charges or budget.produits) and not (budget.periode and budget.periode.debut):
        yield conseil(
            "budget.periode.debut", "Le budget ne dit pas quelle période il couvre.", "Ajoutez son début et sa fin."
        )


RULES = (
    no_line,
    balance,
    result_side,
    gifts_balance,
    duplicate_line,
    total_as_line,
    amount,
    funder,
    post_on_form,
    no_period,
)
