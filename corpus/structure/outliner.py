"""Walking down the lines of a document to find its headings in context."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.structure import front, vocabulary
from corpus.structure.contents import find_contents
from corpus.structure.generic import block_end, clean, generic_heading, introduces, kind_of, rubrique_heading
from corpus.structure.headings import Heading, below, joined, shorten, title_end
from corpus.structure.labels import Label, form_number, read_label, read_number
from corpus.structure.listing import without_listings
from corpus.structure.views import View, isolated_before, next_written

if TYPE_CHECKING:
    from collections.abc import Iterator

RANKS = {
    "annexe": 5,
    "partie": 6,
    "titre": 10,
    "article": 10,
    "preambule": 10,
    "axe": 32,
    "divider": 34,
    "orientation": 44,
    "fiche": 40,
    "action": 42,
    "modele": 40,
    "chapitre": 36,
    "rubrique": 60,
}
"""Ranks from the outermost to the innermost heading; inside an annexe, articles and the like lose 20."""
_AXE_TWICE = re.compile(r"\baxe\s*\d.*\baxe\s*\d", re.IGNORECASE)
_DASHES = ("-", "–", "—", "•")


class Outliner:
    """One pass over the lines, keeping what is open: annexe, axe, fiche."""

    def __init__(self, lines: list[View]) -> None:
        self.lines = lines
        counts = Counter(line.folded for line in lines if not line.blank and not line.row)
        self.repeated = {text for text, count in counts.items() if count >= 3}
        self.contents = find_contents(lines)
        self.annexe = False
        self.axe: str | None = None
        self.fiche: str | None = None
        self.last_article = 0
        self.theme: str | None = None

    def headings(self) -> list[Heading]:
        """Every heading of the document in order."""
        found: list[Heading] = []
        zones = self._zones()
        index = 0
        while index < len(self.lines):
            zone = zones.get(index)
            if zone:
                found.append(zone[0])
                index = zone[1] + 1
                self.fiche = None
                continue
            heading = self._heading(index)
            if heading:
                found.append(heading)
                self._enter(heading)
            index = self._after(index, heading)
        return without_listings(self.lines, found)

    def _after(self, index: int, heading: Heading | None) -> int:
        """The next line to look at: a scanned table under a plan holds no heading."""
        if heading is None:
            return index + 1
        if heading.kind != "plan":
            return heading.last + 1
        end = next((i for i in range(heading.last + 1, len(self.lines)) if self._outer(i)), len(self.lines))
        barred = sum("|" in line.raw for line in self.lines[heading.last + 1 : end])
        return end if barred >= 5 else heading.last + 1

    def _outer(self, index: int) -> bool:
        """Whether an article, an annexe or a fiche starts here."""
        line = self.lines[index]
        label = read_label(line.text) if not line.blank and not self._plain_item(line) else None
        return bool(label and label.kind in ("article", "annexe", "fiche", "preambule") and self._admits(index, label))

    def _zones(self) -> dict[int, front.Zone]:
        lines = self.lines
        label = front.first_label(lines, self.contents)
        zones = {
            first: (Heading(first, first, "sommaire", lines[first].text or "Sommaire", rank=10), last)
            for first, last in self.contents
        }
        zones = {
            first: (
                zone[0] if len(zone[0].title) < 40 else Heading(first, first, "sommaire", "Sommaire", rank=10),
                zone[1],
            )
            for first, zone in zones.items()
        }
        for zone in (front.find_parties(lines, label), front.find_visas(lines, label)):
            if zone and zone[0].first not in zones:
                zones[zone[0].first] = zone
        signed = front.find_signatures(lines, label if label < len(lines) else 0)
        if signed:
            zones[signed[0].first] = signed
        return self._with_title(zones, label)

    def _with_title(self, zones: dict[int, front.Zone], label: int) -> dict[int, front.Zone]:
        """Add the title page: all that stands before the first other part."""
        limit = min([label, *zones], default=label)
        title = front.find_title(self.lines, max(limit, min(label, 15)))
        if title is None:
            return zones
        if title.first > limit and limit in zones:  # « Entre » is printed above the title
            moved, last = zones.pop(limit)
            start = next((i for i in range(title.last + 1, last + 1) if not self.lines[i].blank), title.last + 1)
            zones[start] = Heading(start, start, moved.kind, moved.title, rank=moved.rank), max(last, start)
            limit = start
        first = next((i for i in range(title.first + 1) if not self.lines[i].blank), title.first)
        end = next((i for i in range(title.last + 1, limit) if self._opens(i, zones)), limit)
        zones[first] = Heading(first, title.last, "titre", title.title, rank=RANKS["titre"]), max(end - 1, title.last)
        return zones

    def _opens(self, index: int, zones: dict[int, front.Zone]) -> bool:
        """Whether the title page of a document without parties ends before this line."""
        if any(zone[0].kind in ("parties", "sommaire", "visas") for zone in zones.values()):
            return False
        last = generic_heading(self.lines, index, self.repeated)
        return last is not None

    def _heading(self, index: int) -> Heading | None:
        line = self.lines[index]
        if line.blank:
            return None
        if line.row:
            return self._form(index)
        label = read_label(line.text)
        if label and not self._plain_item(line):
            heading = self._labelled(index, label)
            if heading:
                return heading
        return self._numbered(index) or self._generic(index)

    @staticmethod
    def _plain_item(line: View) -> bool:
        return line.item and line.raw.lstrip().startswith(_DASHES)

    def _form(self, index: int) -> Heading | None:
        """A row that opens the form table of a fiche."""
        line = self.lines[index]
        first = line.cells[0]
        number = form_number(first)
        label = read_label(first) if number is None else None
        if number is None and not (label and label.kind in ("fiche", "action")):
            return None
        rows = [other for other in self.lines[index + 1 : index + 9] if other.row]
        if sum(bool(vocabulary.RUBRIQUES.match(row.cells[0].lower())) for row in rows) < 2:
            return None
        filled = number is None or any(c.isdigit() for c in number)
        title = next((row.cells[0] for row in rows[:1] if not any(row.cells[1:])), "") or " ".join(line.cells[1:])
        text = f"{first} – {title.strip()}" if title.strip() else first
        number = number or (label.number if label else None)
        kind = "fiche" if filled else "modele"
        return Heading(index, index, kind, shorten(text), number if filled else None, RANKS[kind])

    def _labelled(self, index: int, label: Label) -> Heading | None:
        line = self.lines[index]
        if not self._admits(index, label):
            return None
        last = title_end(self.lines, index)
        if not label.rest and label.kind != "preambule":
            under = below(self.lines, index)
            last = title_end(self.lines, under) if under is not None else index
        title = shorten(joined(self.lines, index, last).strip(" :–—-"))
        kind, rank = self._place(label)
        if label.kind in ("article", "annexe", "axe", "fiche", "action", "preambule"):
            title = re.sub(
                r"^.{0,4}?(?=(?:article|annexe|axe|fiche|action|art\.|pr[ée]ambule))", "", title, flags=re.IGNORECASE
            )
        first = line.index
        return Heading(first, last, kind, title, label.number, rank)

    def _admits(self, index: int, label: Label) -> bool:
        """Whether a labelled line is a heading and not a sentence that names an article or an axe."""
        line = self.lines[index]
        if _AXE_TWICE.search(line.text) or (
            line.item and label.kind in ("orientation", "chapitre", "partie", "action")
        ):
            return False
        previous = self.lines[index - 1] if index else None
        cut = (
            previous is not None
            and not previous.blank
            and previous.folded.endswith((" a", " de", " l'", " du", ",", " et"))
        )
        if cut and not label.strong:
            return False
        if label.kind in ("axe", "orientation", "action", "chapitre", "partie") and (
            len(line.text) > 150 and line.text.endswith((".", "?", ","))
        ):
            return False
        return not (label.kind == "axe" and not label.rest and self._column(index))

    def _column(self, index: int) -> bool:
        """Whether a bare label heads a narrow column of a scanned table."""
        run = 0
        for line in self.lines[index + 1 :]:
            if line.blank or len(line.text) > 40:
                break
            run += 1
        return run >= 3

    def _place(self, label: Label) -> tuple[str, int]:
        kind = label.kind
        if kind in ("article", "preambule") and self.annexe and not self._resumes(label):
            return kind, RANKS[kind] + 20
        if kind == "article" and self.annexe:
            return kind, 5
        if kind == "action":
            inside = self.fiche == "fiche"
            return ("rubrique", RANKS["rubrique"]) if inside else ("fiche", RANKS["fiche"] + 1)
        if self.fiche and kind in ("orientation", "chapitre", "axe"):
            return "rubrique", RANKS["rubrique"]
        return kind, RANKS[kind]

    def _resumes(self, label: Label) -> bool:
        """Whether an article met after an annexe goes on with the numbering of the convention."""
        number = label.number or ""
        return number.isdigit() and self.last_article > 0 and int(number) == self.last_article + 1 and int(number) > 2

    def _numbered(self, index: int) -> Heading | None:
        line = self.lines[index]
        label = read_number(line.text)
        if label is None or line.text.startswith("«") or not self._stands_apart(index):
            return None
        assert label.number is not None  # noqa: S101 - a numbered label has a number
        parts = re.split(r"[.\-]", label.number)
        under_axe = self.axe is not None and len(parts) == 2 and parts[0] == self.axe
        if self.fiche or not self._numbers(index, label, dotted=len(parts) > 1, under_axe=under_axe):
            return None
        last = title_end(self.lines, index)
        title = shorten(joined(self.lines, index, last).rstrip(" :"))
        if under_axe or label.kind == "parenthese" or (self.theme and len(parts) == 2 and parts[0] == self.theme):
            rank = RANKS["orientation"] + 2 * len(parts)
            return Heading(index, last, "orientation", title, label.number, rank)
        if len(parts) == 2 and parts[0] == str(self.last_article) and not self.annexe:
            rank = RANKS["axe"] - 1
        else:
            rank = self._chapter_rank(label.number, len(parts))
        kind = kind_of(line.folded, in_fiche=False)
        kind = kind if kind in ("plan", "diagnostic", "instance", "charte") else "chapitre"
        return Heading(index, last, kind, title, label.number, rank)

    def _stands_apart(self, index: int) -> bool:
        """Whether a numbered line starts a paragraph, or comes right under another numbered or labelled one."""
        if isolated_before(self.lines, index):
            return True
        above = self.lines[index - 1]
        return above.dense and bool(read_label(above.text) or read_number(above.text))

    @staticmethod
    def _chapter_rank(number: str, parts: int) -> int:
        """Letters and Roman numbers stand above figures, which go down with their points."""
        return 35 if number.isalpha() and number not in "IVX" else 36 + 4 * parts

    def _numbers(self, index: int, label: Label, *, dotted: bool, under_axe: bool) -> bool:
        """Whether a numbered line is a heading: short, alone, not a step of a list."""
        line = self.lines[index]
        last = block_end(self.lines, index)
        text = joined(self.lines, index, last)
        if under_axe:
            return len(text) <= 450
        if label.kind == "parenthese":
            return self._theme(index, label, text)
        if "°" in line.text[:6] and not dotted:
            return False
        following = next_written(self.lines, last)
        sibling = following is not None and not dotted and self._sibling(label, following)
        noted = text.endswith(".") and len(text) <= 90 and following is not None and following.item
        long = len(text) > 140 or sibling or (text.endswith((".", ";", ",")) and not noted)
        if long or ((label.number or "").isalpha() and len(text) > 100):
            return False
        if not label.strong:
            single = (label.number or "").isdigit() and int(label.number or 0) <= 9
            return (dotted or single) and label.rest[0].isupper() and clean(text) and following is not None
        return dotted or introduces(self.lines, last)

    @staticmethod
    def _sibling(label: Label, following: View) -> bool:
        """Whether the next written line bears the next number: both are items of a list."""
        other = read_number(following.text)
        numbers = (label.number or "", other.number if other and other.number else "")
        return all(n.isdigit() for n in numbers) and int(numbers[1]) == int(numbers[0]) + 1

    def _theme(self, index: int, label: Label, text: str) -> bool:
        """Whether « 2) Title » heads entries numbered 2.1, 2.2…"""
        following = next_written(self.lines, index)
        number = label.number or ""
        heads = following is not None and bool(re.match(rf"{re.escape(number)}\s*[.\-]\s*\d", following.text))
        goes_on = (
            number.isdigit() and self.theme is not None and self.theme.isdigit() and int(self.theme) + 1 == int(number)
        )
        return len(text) <= 90 and not text.endswith((".", ";", ":")) and (heads or goes_on)

    def _generic(self, index: int) -> Heading | None:
        line = self.lines[index]
        if self.fiche and not line.item:
            inline = self._inline(index)
            if inline:
                return inline
        if line.caps and not line.item and index and not self.lines[index - 1].caps:
            end = title_end(self.lines, index)
            if self._divides(end):
                title = shorten(joined(self.lines, index, end).rstrip(" :"))
                return Heading(index, end, "chapitre", title, None, RANKS["divider"])
        last = rubrique_heading(self.lines, index) if self.fiche else None
        last = generic_heading(self.lines, index, self.repeated) if last is None else last
        if last is None:
            return None
        folded = " ".join(other.folded for other in self.lines[index : last + 1])
        known = bool(vocabulary.RUBRIQUES.match(folded))
        if self.fiche and not known and not line.caps and not line.bold:
            return None
        title = shorten(joined(self.lines, index, last).rstrip(" :"))
        kind = kind_of(folded, in_fiche=self.fiche is not None)
        return Heading(index, last, kind, title, None, self._generic_rank(line, kind))

    def _generic_rank(self, line: View, kind: str) -> int:
        if line.depth:
            return 15 + line.depth
        if self.fiche:
            return RANKS["rubrique"]
        if self.annexe and vocabulary.REGULATION.match(line.folded) and line.caps:
            return 20
        if kind == "charte":
            return 20
        if kind == "plan":
            return RANKS["divider"] - 4
        if line.caps:
            return RANKS["divider"] if self.annexe or self.last_article else RANKS["axe"] - 2
        return RANKS["rubrique"] + (4 if line.text.endswith(":") else 0)

    def _inline(self, index: int) -> Heading | None:
        """A rubrique whose value stands on the same line: « Public visé : … »."""
        line = self.lines[index]
        name, colon, value = line.text.partition(":")
        known = vocabulary.RUBRIQUES.match(line.folded)
        if not (colon and value.strip() and known) or len(name.split()) > 8 or len(name) > 60:
            return None
        return Heading(index, index, "rubrique", name.strip(), None, RANKS["rubrique"])

    def _divides(self, last: int) -> bool:
        """Whether a line in capitals stands right above a fiche, which it groups under a theme."""
        written: Iterator[View] = (line for line in self.lines[last + 1 : last + 8] if not line.blank)
        following = next(written, None)
        label = read_label(following.cells[0] if following and following.row else following.text) if following else None
        return bool(label and label.kind in ("fiche", "action"))

    def _enter(self, heading: Heading) -> None:
        """Keep what the heading opens and closes."""
        if heading.rank <= 41:
            self.fiche = None
        if heading.kind == "annexe":
            self.annexe, self.axe, self.theme = True, None, None
        if heading.kind == "article":
            self.annexe = self.annexe and heading.rank != 5
            self.axe = self.theme = None
            number = heading.number or ""
            self.last_article = int(number) if number.isdigit() and not self.annexe else self.last_article
        if heading.kind == "axe":
            self.axe = heading.number
        if heading.kind == "orientation" and heading.number and heading.number.isdigit():
            self.theme = heading.number
        if heading.kind in ("fiche", "modele"):
            self.fiche = "fiche" if heading.rank == RANKS["fiche"] else "action"
