"""What is left of a text once what its sources do not hold is taken out, and how it is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.checks.checker import Claim, Finding, Report

_SAID = {
    "montant": "montant absent des passages cités",
    "pourcentage": "pourcentage absent des passages cités",
    "nombre": "nombre absent des passages cités, ou compté autrement",
    "date": "date absente des passages cités",
    "courriel": "adresse électronique absente des passages cités",
    "telephone": "numéro de téléphone absent des passages cités",
    "adresse": "adresse de site absente des passages cités",
    "nom": "nom absent des passages cités",
    "citation": "guillemets sur des mots qui ne sont pas ceux de la source",
    "sans_renvoi": "phrase sans renvoi",
    "sans_appui": "phrase que ses passages n'appuient pas",
    "negation": "négation que ses passages ne disent pas, ou qu'ils disent",
    "contraire": "contraire de ce que disent ses passages",
    "portee": "plus affirmatif ou plus général que ses passages",
    "role": "dit d'un autre dans ses passages",
    "echange": "chiffre ou jour qui va avec autre chose dans ses passages",
    "periode": "jour ou rythme absent des passages cités",
}
LONGEST = 120


def said(finding: Finding) -> str:
    """A finding in French, on one line."""
    value = " ".join(finding.value.split())
    shown = value if len(value) <= LONGEST else value[: LONGEST - 1].rsplit(None, 1)[0] + "…"
    return f"{_SAID[finding.kind]} : « {shown} »"


def repaired(report: Report) -> str:
    """The sentences that hold, with their marks, each line as it was; empty when none does."""
    lines: list[str] = []
    for claim in report.claims:
        if claim.findings:
            continue
        piece = with_marks(claim)
        if claim.opens_line or not lines:
            lines.append(claim.prefix + piece)
        else:
            lines[-1] += f" {piece}"
    return "\n".join(_without_empty_introductions(lines))


def with_marks(claim: Claim) -> str:
    """A sentence with its marks before its full stop."""
    marks = "".join(f"[{number}]" for number in claim.marks)
    ending = re.search(r"[.!?…]$", claim.text)
    if not marks:
        return claim.text
    return f"{claim.text[: ending.start()].rstrip()} {marks}{ending[0]}" if ending else f"{claim.text} {marks}"


def _without_empty_introductions(lines: Sequence[str]) -> list[str]:
    """Lines without those that announce a list of which nothing is left."""
    return [
        line
        for place, line in enumerate(lines)
        if not line.rstrip().endswith(":") or (place + 1 < len(lines) and not lines[place + 1].rstrip().endswith(":"))
    ]


def removed(report: Report) -> list[str]:
    """One line in French for each thing taken out."""
    lines = [said(finding) for claim in report.claims for finding in claim.findings[:1]]
    if report.unknown_marks:
        lines.append(f"{report.unknown_marks} renvoi(s) à une source qui n'existe pas, supprimé(s)")
    return lines
