"""Content for the widgets. Foreign text enters here as plain text only: it is cleaned and never parsed as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from corpus.fiche import LigneBudget
from corpus.text.cleaning import clean, clean_line
from tui import texts
from tui.glyphs import LEVELS, STATES
from tui.hanging import Fit, Hanging, Ledger, Row, row
from tui.rows import euros, label_of, plain, post
from tui.shortening import SHORT, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafts.model import Message, Valeur
    from assistant.validation.model import Constat
    from corpus.models import Citation, Line
    from tui.rows import FieldRows, SourceRow

Part = str | tuple[str, str] | Content
_MARK = re.compile(r"\[\d{1,3}\]")
_ORIGINS = {"utilisateur": texts.ORIGIN_USER, "corpus": texts.ORIGIN_CORPUS, "modele": texts.ORIGIN_MODEL}


def fitted(citation: Citation, before: Content | None = None, style: str = "", name_style: str = "") -> Fit:
    """The document and the lines of a citation, in the room there is."""
    return Fit(citation.document, f", {span(citation)}", name_style or style, style, before or Content(""))


def where(citation: Citation, longest: int = SHORT) -> str:
    """The document and the lines of a citation, in one line."""
    return f"{shorten(citation.document, longest)}, {span(citation)}"


def lines_of(first: int, last: int) -> str:
    """A line, or the first and the last of several."""
    return texts.LINE.format(first=first) if first == last else texts.LINES.format(first=first, last=last)


def span(citation: Citation) -> str:
    """The lines of a citation, and its page when there are pages."""
    lines = lines_of(citation.ligne_debut, citation.ligne_fin)
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
    if message.incomplet:
        mark = texts.INCOMPLETE if message.texte.strip() else texts.INCOMPLETE_EMPTY
        parts.append((f"\n\n{mark}" if message.texte.strip() else mark, "$text-warning"))
    for rank, citation in enumerate(message.citations, start=1):
        number = getattr(citation, "rang", rank)
        line = texts.CITATION_LINE.format(rank=number, place=where(citation))
        parts.append((f"\n  {line}", "$sourdine"))
    return Content.assemble(*parts)


def live_content(text: str) -> Content:
    """An answer on its way, as plain text."""
    name = (f"{texts.ASSISTANT}\n", "bold $text-success")
    return Content.assemble(name, clean(texts.LIVE.format(text=text)))


def waiting_content(text: str) -> Content:
    """A message that waits for its turn."""
    return Content.assemble((f"{texts.YOU} ({texts.WAITING})\n", "bold $sourdine"), (clean(text), "$sourdine"))


def note_content(text: str, style: str = "$sourdine") -> Content:
    """A line the program says of itself: an error, a stop."""
    return Content.assemble((clean(text), style))


def notes_content(title: str, notes: Sequence[str]) -> Hanging:
    """What the drafting asks or points out, as a list."""
    return Hanging([row("", Content.styled(f"\n{title}", "bold")), *(row("  · ", clean(note)) for note in notes)])


def field_content(field: FieldRows) -> Hanging:
    """The heading of a field: label, total, findings; an empty field has its sign and its state in words.

    A field that holds only proposals shows no error: what is missing is the decision, which its lines ask for.
    """
    if field.state == "vide":
        sign = STATES["vide"]
        state = texts.REQUIRED_EMPTY if field.required else sign.word
        return Hanging(
            [row(f"{sign.glyph} ", Content.assemble((field.label, "bold"), (f"  {state}", sign.style)), sign.style)]
        )
    total = f"  {texts.TOTAL.format(amount=field.total)}" if field.total else ""
    rows = [row("", Content.assemble((field.label, "bold $primary"), total))]
    undecided = all(value.etat == "propose" for value in field.values)
    rows.extend(finding_row(f) for f in field.findings if not (undecided and f.niveau == "erreur"))
    return Hanging(rows)


def finding_row(finding: Constat, margin: str = "  ") -> Row:
    """A finding in one row: sign, level in words, message."""
    sign = LEVELS[finding.niveau]
    text = Content.assemble((sign.word, sign.style), f" {clean_line(finding.message)}")
    return row(f"{margin}{sign.glyph} ", text, sign.style)


def value_content(field: FieldRows, value: Valeur) -> Hanging:
    """One value: a proposal is shown as a difference against what stands there."""
    sign = STATES[value.etat]
    text = Content(clean(plain(value.valeur)))
    origin = _origin(value, sign.style)
    rows = []
    replaced = field.replaced(value)
    if replaced is not None:
        old = Content.styled(clean_line(plain(replaced.valeur)), "strike $text-error")
        rows.append(row("  − ", old, "$text-error"))
    proposed = value.etat == "propose"
    margin, style = ("  + ", "bold $text-success") if proposed else (f"  {sign.glyph} ", sign.style)
    if isinstance(origin, Fit):
        return Hanging([*rows, row(margin, text, style), row("    ", origin)])
    return Hanging([*rows, row(margin, Content.assemble(text, "  ", origin), style)])


def _origin(value: Valeur, style: str) -> Content | Fit:
    """The state, who wrote it, and the document: naming a document says that it comes from the corpus."""
    parts = [STATES[value.etat].word]
    if value.citation is None or value.origine != "corpus":
        parts.append(_ORIGINS[value.origine])
    if value.citation is None:
        return Content.styled(" · ".join(parts), style)
    return fitted(value.citation, Content.styled(f"{' · '.join(parts)} · ", style), style)


def budget_content(value: Valeur, part: str) -> Hanging:
    """One line of the budget: its words and its state, its amount against the edge."""
    sign = STATES[value.etat]
    kind = f"{part} · " if "contributions" in value.champ else ""
    line = value.valeur
    words, amount = (post(line), euros(line.montant)) if isinstance(line, LigneBudget) else (plain(line), "")
    body = Content.assemble((kind, "$sourdine"), clean(words), (f"  {sign.word}", sign.style))
    return Hanging([row(f"{sign.glyph} ", Ledger(body, Content(amount)), sign.style)])


def total_content(label: str, amount: str) -> Hanging:
    """The heading of one side of the budget, with its total over its amounts."""
    return Hanging([row("", Ledger(Content(label), Content(amount)))])


def source_content(source: SourceRow) -> Hanging:
    """One passage: mark, place, heading, words, and the fields that use it."""
    citation = source.citation
    mark = f"[{source.mark}] " if source.mark is not None else ""
    rows = [row("", fitted(citation, Content.styled(mark, "bold $text-accent"), "bold"))]
    if citation.section:
        rows.append(row("  ", Content.styled(shorten(citation.section, 120), "$sourdine")))
    rows.append(row("  ", shorten(citation.extrait, 320)))
    fields = ", ".join(dict.fromkeys(label_of(v.champ) for v in source.uses))
    used = texts.USED_BY.format(fields=fields) if fields else texts.UNUSED
    return Hanging([*rows, row("  ", Content.styled(used, "$sourdine"))])


def line_content(line: Line, *, cited: bool, find: str = "") -> Hanging:
    """One line of a document with its number, cells apart, paragraphs of a cell on their own lines."""
    cells = [clean(cell).strip() for cell in line.cells] or [clean(line.text).replace("\t", " ")]
    content = Content("  │  ".join(cells).rstrip(" │") or " ")
    if cited:
        content = content.stylize("bold")
    if find:
        pattern = re.compile(re.escape(find), re.IGNORECASE)
        content = content.highlight_regex(pattern, style="reverse", maximum_highlights=50)
    return Hanging([row(f"{line.number:>5} {'▌' if cited else ' '} ", content, "$sourdine")])
