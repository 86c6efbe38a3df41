"""An extracted fiche as it is corrected: its fields, their values, their lines. No widget here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from textual.content import Content

from assistant.cli.report_text import words_of
from corpus.errors import UsageError
from corpus.fiche import CHAMPS
from corpus.text.cleaning import clean
from tui import texts
from tui.glyphs import STATES, Sign
from tui.hanging import Hanging, row
from tui.rows import label_of, parts_of
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.workshop import Workshop
    from corpus.models import Line

ReadState = Literal["lu", "incertain", "corrige", "absent"]
READ_STATES: dict[ReadState, Sign] = {
    "lu": Sign("●", "x", STATES["accepte"].style, "lu"),
    "incertain": Sign("▲", "!", STATES["a_verifier"].style, "incertain"),
    "corrige": Sign("◆", "*", STATES["modifie"].style, "corrigé"),
    "absent": Sign("○", "o", STATES["vide"].style, "absent"),
}
LISTS = ("liste", "personnes")
"""Kinds of fields that hold several values."""


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One value of a field, in words, with the numbers of the lines it was read on."""

    text: str
    state: ReadState = "lu"
    lines: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadField:
    """One field of an extracted fiche; ``read`` is what stood there before it was corrected."""

    champ: str
    state: ReadState
    several: bool
    values: tuple[ReadValue, ...] = ()
    read: str = ""

    @property
    def label(self) -> str:
        """The label of the form."""
        return label_of(self.champ)


@dataclass(frozen=True, slots=True)
class ReadFiche:
    """A fiche of a document, named by its first line, with the lines of the document it was read on."""

    document: str
    line: int
    titre: str
    fields: tuple[ReadField, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a person does to one field of a fiche: its values from now on, or those that join it."""

    document: str
    line: int
    champ: str
    values: tuple[str, ...] = ()
    adding: bool = False
    cancel: bool = False


def read_fiche(workshop: Workshop, document: str, line: int) -> ReadFiche:
    """The fiche that begins at a line; raises ``UsageError`` when there is none."""
    report = workshop.reading_report(document)
    found = next((one for one in report["fiches"] if one["source"]["ligne_debut"] == line), None)
    if found is None:
        raise UsageError(texts.CORRECT_GONE, texts.CORRECT_GONE_NEXT)
    lines = tuple(workshop.lines(document, line, found["source"]["ligne_fin"]))
    return ReadFiche(document, line, title_of(found["numero"], found["titre"]), tuple(fields_of(found)), lines)


def apply_change(workshop: Workshop, change: Change) -> ReadFiche:
    """Correct a field, or cancel its correction, and give the fiche as it now stands."""
    named = f"@{change.line}"
    if change.cancel:
        workshop.cancel_corrections(change.document, named, change.champ)
    else:
        workshop.correct_fiche(change.document, named, change.champ, change.values, adding=change.adding)
    return read_fiche(workshop, change.document, change.line)


def title_of(numero: str | None, titre: str | None) -> str:
    """A fiche as a title names it."""
    return texts.CORRECT_FICHE.format(number=numero or "—", title=titre or texts.CORRECT_UNTITLED)


def fields_of(fiche: dict[str, Any]) -> Iterator[ReadField]:
    """The fields of a fiche of the reading report, in the order of the form; the budget is not corrected here."""
    for told in fiche["champs"]:
        key = told["champ"]
        if key == "echeances":
            yield from (_end(told, part) for part in parts_of(key))
        elif key != "budget":
            values = tuple(_value(value) for value in told["valeurs"])
            yield ReadField(key, _state(told["etat"]), CHAMPS[key].nature in LISTS, values, _before(told))


def _end(told: dict[str, Any], part: str) -> ReadField:
    """One end of the period, with the lines of the whole."""
    name = part.partition(".")[2]
    whole: dict[str, Any] = told["valeurs"][0] if told["valeurs"] else {"valeur": {}, "sources": [], "incertain": False}
    text = whole["valeur"].get(name) or ""
    before = (told["lu"] or {}).get(name) or "" if "lu" in told else text
    changed = text != before
    state: ReadState = "corrige" if changed else "absent" if not text else "incertain" if whole["incertain"] else "lu"
    values = (ReadValue(text, state, _lines(whole["sources"])),) if text else ()
    return ReadField(part, state, several=False, values=values, read=before or texts.CORRECT_NOTHING if changed else "")


def _value(told: dict[str, Any]) -> ReadValue:
    state: ReadState = "corrige" if told["corrige"] else "incertain" if told["incertain"] else "lu"
    return ReadValue(words_of(told["valeur"]), state, _lines(told["sources"]))


def _state(said: str) -> ReadState:
    known: dict[str, ReadState] = {"incertain": "incertain", "corrige": "corrige", "absent": "absent"}
    return known.get(said, "lu")


def _before(told: dict[str, Any]) -> str:
    return (words_of(told["lu"]) or texts.CORRECT_NOTHING) if "lu" in told else ""


def _lines(spans: Sequence[dict[str, Any]]) -> frozenset[int]:
    return frozenset(n for span in spans for n in range(span["ligne_debut"], span["ligne_fin"] + 1))


def place_content(field: ReadField, rank: int) -> Hanging:
    """A value, under the label of its field when it is the first; what was read before a correction follows."""
    sign = READ_STATES[field.values[rank].state if rank >= 0 else field.state]
    rows = []
    if rank <= 0:
        state = READ_STATES[field.state]
        rows.append(row("", Content.assemble((field.label, "bold $primary"), (f"  {state.word}", state.style))))
    if rank >= 0:
        rows.append(row(f"  {sign.glyph} ", Content(clean(field.values[rank].text)), sign.style))
    if field.read and rank in (-1, len(field.values) - 1):
        before = texts.CORRECT_BEFORE.format(text=shorten(field.read, 200))
        rows.append(row("    ", Content.styled(before, "$sourdine")))
    return Hanging(rows)
