"""The reading report as a person reads it: one field a line, with its lines and the beginning of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.validation.typography import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = {"trouve": " ", "incertain": "?", "corrige": "✎"}
_WIDTH = 60
_MOST_LISTED = 8


def counts(sections: int, fiches: int, plan_rows: int) -> str:
    """What a document holds, in words."""
    return f"{plural(sections, 'section')}, {plural(fiches, 'fiche')}, {plural(plan_rows, 'ligne')} de plan"


def indented(message: str) -> str:
    """A message under the line it explains."""
    return "\n".join(f"    {line}" for line in message.splitlines())


def report_lines(report: dict[str, Any]) -> Iterator[str]:
    """The lines of a report."""
    yield from (f"  ! {warning}" for warning in report["avertissements"])
    yield from _carte(report)
    for fiche in report["fiches"]:
        yield from _fiche(fiche)
    yield from _plan(report["plan_actions"])


def place(span: dict[str, Any]) -> str:
    """Lines in words."""
    first, last = span["ligne_debut"], span["ligne_fin"]
    return f"ligne {first}" if first == last else f"lignes {first}-{last}"


def _carte(report: dict[str, Any]) -> Iterator[str]:
    found = [part for part in report["convention"] if part["etat"] == "trouve"]
    absent = [part["champ"] for part in report["convention"] if part["etat"] == "absent"]
    if not found:
        return
    yield "  La convention"
    for part in found:
        where = place(part["source"]) if part["source"] else ""
        yield _row(" ", part["champ"], where, words_of(part["valeur"]))
    if absent:
        yield f"    non dit : {', '.join(absent)}"
    yield from (f"    ! {contradiction}" for contradiction in report["contradictions"])


def _fiche(fiche: dict[str, Any]) -> Iterator[str]:
    page = f", page {fiche['source']['page']}" if fiche["source"]["page"] else ""
    yield f"  Fiche {fiche['numero'] or '—'} « {fiche['titre'] or 'sans titre'} », {place(fiche['source'])}{page}"
    for champ in fiche["champs"]:
        if champ["etat"] != "absent":
            yield _row(_MARKS[champ["etat"]], champ["champ"], _places(champ["valeurs"]), _said(champ))
    absent = [champ["champ"] for champ in fiche["champs"] if champ["etat"] == "absent"]
    if absent:
        yield f"    absent : {', '.join(absent)}"
    for span in fiche["non_lus"]:
        yield _row("!", "non lu", place(span), span["texte"])


def _places(values: Sequence[dict[str, Any]]) -> str:
    spans = [span for value in values for span in value["sources"]]
    if not spans:
        return ""
    whole = {
        "ligne_debut": min(span["ligne_debut"] for span in spans),
        "ligne_fin": max(span["ligne_fin"] for span in spans),
    }
    return place(whole)


def _said(champ: dict[str, Any]) -> str:
    values = champ["valeurs"]
    said = " ; ".join(words_of(value["valeur"]) for value in values) or "(vidé)"
    count = f"[{len(values)}] " if len(values) > 1 else ""
    before = f" (lu : {_short(words_of(champ['lu'])) or 'rien'})" if "lu" in champ else ""
    return f"{count}{_short(said)}{before}"


def _plan(plan: dict[str, Any]) -> Iterator[str]:
    if not plan["lignes"]:
        return
    doubtful = plan["incertaines"]
    listed = ", ".join(str(row["source"]["ligne_debut"]) for row in doubtful[:_MOST_LISTED])
    more = "…" if len(doubtful) > _MOST_LISTED else ""
    said = f", dont {len(doubtful)} incertaines (lignes {listed}{more})" if doubtful else ""
    yield f"  Plan d'actions : {plan['lignes']} lignes{said}"
    for key, name in (("sans_axe", "axe"), ("sans_chef_de_file", "chef de file")):
        if plan[key]:
            yield f"    sans {name} : {plan[key]}"


def words_of(value: object) -> str:
    """A value of a field in one line."""
    if isinstance(value, list):
        return " ; ".join(words_of(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(words_of(item) for item in value.values() if item)
    return "" if value is None else str(value)


def _row(mark: str, name: str, where: str, said: str) -> str:
    return f"  {mark} {name:<24}{where:<18}{_short(said, 2 * _WIDTH)}".rstrip()


def _short(text: str, width: int = _WIDTH) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rsplit(maxsplit=1)[0] + "…"
