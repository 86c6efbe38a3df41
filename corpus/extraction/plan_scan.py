"""Plans d'actions of a scanned document, whose columns are no longer told apart.

Only what stands clear is read, and every row is uncertain: blocks separated by blank lines (orientation, action,
actors, year), and lines that end with the actors and the year of an action.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.models import PlanRow
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.models import ReadDocument, Section

_ACTOR = (
    r"(?:Communes?|Caf|CAF|RPE|RAM|PMI|MSA|EN|CCAS|ARS|EPCI|Professionnels?|Services?|Directions?|Structures?|Elus|"
    r"Élus|Habitants|Associations?|Départements?|Centres sociaux|Partenaires|Animateurs?|Coordinat\w+|Acteurs?)"
)
_ANCHOR = re.compile(rf"^(?P<action>.*?[\wé)»-])\s+(?P<who>{_ACTOR}\b[^|.]{{0,45}}?)\s*[-–—]?\s+(?P<year>20[123]\d)$")
_YEAR_TAIL = re.compile(r"^(?P<text>.*?)\s*(?P<year>20[123]\d)$")
_YEARS = re.compile(r"^(?:20[123]\d)(?:\s*[-–/]?\s*20[123]\d)*$")
_ACTORS = re.compile(rf"^{_ACTOR}\b", re.IGNORECASE)
_AXE = re.compile(r"^axe\s*(?P<number>\d+|[ivx]+)\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\b(?:le|la|les|l['’]|du|de|des|d['’]|au|aux|en|et|par)$")
_LONGEST = 420


@dataclass
class _Block:
    """A paragraph of the scan: its lines and the number of the first."""

    first: int
    lines: list[str]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)

    @property
    def width(self) -> int:
        """The length of its longest line: a narrow block is a cell of a narrow column."""
        return max(map(len, self.lines))

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.first + len(self.lines) - 1


def scan_rows(document: ReadDocument, section: Section, axes: dict[str, str]) -> list[PlanRow]:
    """The rows that a scanned plan lets read clearly, in order."""
    blocks = list(_blocks(document, section))
    found = [*_line_rows(document, blocks), *_block_rows(document, blocks)]
    labelled = [_with_axe(row, blocks, axes) for row in found]
    return sorted(labelled, key=lambda row: row.source.ligne_debut)


def _blocks(document: ReadDocument, section: Section) -> Iterator[_Block]:
    lines: list[str] = []
    first = section.source.ligne_debut + 1
    for line in document.lines[first - 1 : section.source.ligne_fin]:
        page_start = line.text[:1] == " " and lines
        if (not line.text.strip() or page_start) and lines:
            yield _Block(first, lines)
            lines = []
        if line.text.strip():
            first = line.number if not lines else first
            lines.append(" ".join(line.text.split()))
    if lines:
        yield _Block(first, lines)


def _with_axe(row: PlanRow, blocks: Sequence[_Block], axes: dict[str, str]) -> PlanRow:
    """The row with the axe whose label was last printed above it."""
    number = ""
    for block in blocks:
        for offset, text in enumerate(block.lines):
            match = _AXE.match(text)
            if match and block.first + offset <= row.source.ligne_debut:
                number = match["number"].upper()
    return row.model_copy(update={"axe": axes.get(number, "")})


# --- blocks -----------------------------------------------------------------------------------------------------------


def _kind(block: _Block) -> str:
    text = block.text
    if _YEARS.match(text):
        return "annee"
    if _AXE.match(text):
        return "axe"
    if _ACTORS.match(text) and len(text) <= 70:
        return "acteurs"
    if "|" in text or not text[0].isupper():
        return "reste"
    return "action" if block.width >= 26 and len(text) >= 50 and len(block.lines) <= 12 else "etroit"


def _block_rows(document: ReadDocument, blocks: Sequence[_Block]) -> Iterator[PlanRow]:
    """Actions in blocks, followed by a block of actors then a block of years that hold for all of them."""
    waiting: list[_Block] = []
    actors, orientation = "", ""
    for block in blocks:
        kind = _kind(block)
        if kind == "action" and not _anchored(block):
            waiting, actors = (waiting, actors) if not actors else ([], "")
            waiting.append(block)
        elif kind == "acteurs" and waiting:
            actors = block.text
        elif kind == "annee" and actors:
            for action in waiting:
                yield _row(document, action.text, actors, block.text, action.first, block.last, orientation)
            waiting, actors = [], ""
        elif kind == "etroit" and not waiting:
            orientation = _orientation(block)
        elif kind in ("reste", "axe", "annee"):
            waiting, actors, orientation = [], "", orientation if kind == "annee" else ""


def _orientation(block: _Block) -> str:
    return block.text if len(block.lines) >= 2 and len(block.text) >= 20 else ""


# --- lines ------------------------------------------------------------------------------------------------------------


def _anchored(block: _Block) -> bool:
    return any(_ANCHOR.match(line) for line in block.lines)


def _line_rows(document: ReadDocument, blocks: Sequence[_Block]) -> Iterator[PlanRow]:
    for block in blocks:
        starts = [i for i, line in enumerate(block.lines) if _ANCHOR.match(line)]
        for position, start in enumerate(starts):
            stop = starts[position + 1] if position + 1 < len(starts) else len(block.lines)
            row = _anchored_row(document, block, start, stop)
            if row:
                yield row


def _anchored_row(document: ReadDocument, block: _Block, start: int, stop: int) -> PlanRow | None:
    """The action that starts on an anchored line, if its lines hold nothing of another column."""
    match = _ANCHOR.match(block.lines[start])
    assert match is not None  # noqa: S101 - the caller found the anchor
    action, who, years = _after_bar(match["action"]), match["who"].strip(" -–—"), [match["year"]]
    between = block.lines[start][match.end("who") : match.start("year")]
    pending = bool(re.search(r"(?:\bet|\bdes?|\bpetite|,)$", match["who"])) or bool(between.strip(" "))
    if not action or not action[0].isupper() or _AXE.match(action):
        return None
    last = start
    for offset in range(start + 1, stop):
        line = block.lines[offset]
        if action.endswith("."):
            break
        tail = _YEAR_TAIL.match(line)
        if tail:
            years.append(tail["year"])
            line = tail["text"]
        part, more = _split_actor(_after_bar(line), pending)
        if ("|" in block.lines[start]) != ("|" in block.lines[offset]) or (part and part[0].isupper()):
            return None
        joint = f"{who} -" if more and between.strip() and len(years) == 1 and offset == start + 1 else who
        action, who, last = _glue(action, part), _glue(joint, more), offset
        pending = False if more else pending
    if len(action) > _LONGEST or action.count("(") != action.count(")") or len(action) < 30:
        return None
    first = block.first + start
    return _row(document, action, who, ", ".join(years), first, block.first + last, "")


def _glue(text: str, more: str) -> str:
    """Two pieces as one text; a word cut by a hyphen between small letters stays hyphenated without a space."""
    if re.search(r"[a-zà-ÿ]-$", text) and more[:1].islower():
        return text + more
    return f"{text} {more}".strip()


def _after_bar(text: str) -> str:
    return text.rsplit("|", 1)[-1].strip()


def _split_actor(text: str, pending: bool) -> tuple[str, str]:
    """What of a line goes on with the action, and what goes on with the actors."""
    dash = re.match(rf"^(?P<part>.*\S)\s+(?P<more>[-–—]\s*{_ACTOR}\b.*)$", text)
    if dash:
        return dash["part"], dash["more"].strip()
    match = re.match(rf"^(?P<part>.*?\.)?\s*(?P<more>[-–—]?\s*(?:{_ACTOR}\b.*|[a-zà-ÿ ]{{3,25}}))$", text)
    if match and match["part"]:
        return match["part"], match["more"].strip()
    dashed = re.match(rf"^(?P<part>.{{12,}}?\S)\s+(?P<more>[-–—]?\s*{_ACTOR}\b.*)$", text)
    if dashed and not _GOVERNED.search(dashed["part"]):
        return dashed["part"], dashed["more"].strip()
    if pending and " " in text and not text.endswith("."):
        part, _, more = text.rpartition(" ")
        return part, more
    return text, ""


def _row(document: ReadDocument, action: str, who: str, years: str, first: int, last: int, orientation: str) -> PlanRow:
    return PlanRow(
        orientation=orientation,
        action=action,
        chef_de_file=who,
        echeance=years,
        source=document.span(first, last),
        incertain=True,
    )


def axe_titles(sections: Sequence[Section]) -> dict[str, str]:
    """The longest title printed for each numbered axe."""
    best: dict[str, str] = {}
    for section in sections:
        if section.kind == "axe" and section.number:
            number = section.number.upper()
            if len(section.title) > len(best.get(number, "")):
                best[number] = section.title
    return best


def is_scanned(document: ReadDocument, section: Section) -> bool:
    """Whether a plan is a scan whose rules were read as bars, and holds no table row."""
    lines = document.lines[section.source.ligne_debut - 1 : section.source.ligne_fin]
    bars = sum("|" in line.text for line in lines)
    return bars >= 5 and not any(line.cells for line in lines) and "plan" in fold(section.title)
