"""Content for the widgets. Foreign text enters here as plain text only: it is cleaned and never parsed as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from corpus.text.cleaning import clean, clean_line
from tui import texts
from tui.glyphs import LEVELS, STATES
from tui.rows import label_of, plain

if TYPE_CHECKING:
    from assistant.drafts.model import Message, Valeur
    from assistant.validation.model import Constat
    from corpus.models import Citation, Line
    from tui.rows import FieldRows, SourceRow

Part = str | tuple[str, str] | Content
_MARK = re.compile(r"\[\d{1,3}\]")
_ORIGINS = {"utilisateur": texts.ORIGIN_USER, "corpus": texts.ORIGIN_CORPUS, "modele": texts.ORIGIN_MODEL}
SHORT = 60


def shorten(text: str, longest: int = SHORT) -> str:
    """One line of at most ``longest`` characters."""
    line = " ".join(clean_line(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def where(citation: Citation, longest: int = SHORT) -> str:
    """The document and the lines of a citation, in one line."""
    return f"{shorten(citation.document, longest)}, {span(citation)}"


def span(citation: Citation) -> str:
    """The lines of a citation, and its page when there are pages."""
    first, last = citation.ligne_debut, citation.ligne_fin
    lines = texts.LINE.format(first=first) if first == last else texts.LINES.format(first=first, last=last)
    return f"{texts.PAGE.format(page=citation.page)}, {lines}" if citation.page else lines


def marked(text: str, style: str = "") -> Content:
    """Plain text whose ``[n]`` marks stand out."""
    content = Content.assemble((clean(text), style)) if style else Content.assemble(clean(text))
    for match in _MARK.finditer(content.plain):
        content = content.stylize("bold $text-accent", match.start(), match.end())
    return content


def message_content(message: Message) -> Content:
    """One turn of the conversation: who speaks, the text, and where its marks lead."""
    mine = message.de == "vous"
    who = texts.YOU if mine else texts.ASSISTANT
    parts: list[Part] = [(f"{who}\n", "bold $text-primary" if mine else "bold $text-success"), marked(message.texte)]
    for rank, citation in enumerate(message.citations, start=1):
        number = getattr(citation, "rang", rank)
        line = texts.CITATION_LINE.format(rank=number, place=where(citation))
        parts.append((f"\n  {line}", "$text-muted"))
    return Content.assemble(*parts)


def waiting_content(text: str) -> Content:
    """A message that waits for its turn."""
    return Content.assemble((f"{texts.YOU} ({texts.WAITING})\n", "bold $text-muted"), (clean(text), "$text-muted"))


def note_content(text: str, style: str = "$text-muted") -> Content:
    """A line the program says of itself: an error, a stop."""
    return Content.assemble((clean(text), style))


def field_content(row: FieldRows) -> Content:
    """The heading of a field: sign, label, state in words, total, findings."""
    sign = STATES[row.state]
    state = texts.REQUIRED_EMPTY if row.state == "vide" and row.required else sign.word
    parts: list[Part] = [(f"{sign.glyph} ", sign.style), (row.label, "bold"), (f"  {state}", sign.style)]
    if row.total:
        parts.append(f"  {texts.TOTAL.format(amount=row.total)}")
    parts.extend(finding_content(finding, indent="\n  ") for finding in row.findings if row.state != "vide")
    return Content.assemble(*parts)


def finding_content(finding: Constat, indent: str = "") -> Content:
    """A finding in one line: sign, level in words, message."""
    sign = LEVELS[finding.niveau]
    return Content.assemble((f"{indent}{sign.glyph} {sign.word}", sign.style), f" {clean_line(finding.message)}")


def value_content(row: FieldRows, value: Valeur) -> Content:
    """One value: a proposal is shown as a difference against what stands there."""
    sign = STATES[value.etat]
    text = clean(plain(value.valeur)).replace("\n", "\n    ")
    replaced = row.replaced(value)
    if value.etat == "propose":
        head: list[Part] = [("  + ", "bold $text-success"), text]
    else:
        head = [(f"  {sign.glyph} ", sign.style), text]
    if replaced is not None:
        head.insert(0, (f"  − {clean_line(plain(replaced.valeur))}\n", "strike $text-error"))
    return Content.assemble(*head, (f"\n    {_origin(value)}", "$text-muted"))


def _origin(value: Valeur) -> str:
    parts = [STATES[value.etat].word, _ORIGINS[value.origine]]
    if value.citation:
        parts.append(where(value.citation, 40))
    return " · ".join(parts)


def source_content(row: SourceRow) -> Content:
    """One passage: mark, place, heading, words, and the fields that use it."""
    citation = row.citation
    mark = f"[{row.mark}] " if row.mark is not None else ""
    parts: list[Part] = [(mark, "bold $text-accent"), (where(citation), "bold")]
    if citation.section:
        parts.append((f"\n{shorten(citation.section, 120)}", "$text-muted"))
    parts.append(f"\n{shorten(citation.extrait, 320)}")
    fields = ", ".join(dict.fromkeys(label_of(v.champ) for v in row.uses))
    used = texts.USED_BY.format(fields=fields) if fields else texts.UNUSED
    return Content.assemble(*parts, (f"\n{used}", "$text-muted"))


def line_content(line: Line, *, cited: bool, find: str = "") -> Content:
    """One line of a document with its number; cited lines and found words stand out."""
    text = clean(line.text).replace("\t", "  │  ")
    content = Content.assemble((f"{line.number:>5} {'▌' if cited else ' '} ", "$text-muted"), text or " ")
    if cited:
        content = content.stylize("bold", 8)
    if find:
        content = content.highlight_regex(re.escape(find), style="reverse", maximum_highlights=50)
    return content
