"""What the linear mode says, as lines: every role, state and place in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import texts, texts_linear
from tui.commands import COMMANDS
from tui.glyphs import LEVELS, STATES
from tui.rows import citation_of, field_rows, plain
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.drafts.model import Draft, Message, Valeur
    from assistant.validation.model import Validation
    from corpus.models import Citation, SearchHit
    from tui.records import ConversationRow, DocumentRow, DraftRow, OwnHit, Summary
    from tui.rows import FieldRows


def place(citation: Citation) -> str:
    """Where a passage is, in whole words."""
    first, last = citation.ligne_debut, citation.ligne_fin
    lines = (
        texts_linear.LINE.format(first=first) if first == last else texts_linear.LINES.format(first=first, last=last)
    )
    page = texts_linear.PAGE.format(page=citation.page) if citation.page else ""
    return f"{shorten(citation.document, 100)}, {page}{lines}"


def message_lines(message: Message) -> Iterator[str]:
    """One turn: who speaks, the words, then the sources with the numbers the words use."""
    who = texts_linear.YOU if message.de == "vous" else texts_linear.ASSISTANT
    yield f"{who} {message.texte}"
    if message.incomplet:
        yield texts_linear.INCOMPLETE
    for rank, citation in enumerate(message.citations, start=1):
        yield texts_linear.SOURCE.format(rank=getattr(citation, "rang", rank), place=place(citation))


def numbered(draft: Draft) -> list[Valeur]:
    """The values of a draft in the order of the form: the numbers of the commands."""
    return [value for row in field_rows(draft) for value in row.values]


def draft_lines(draft: Draft, validation: Validation) -> Iterator[str]:
    """Every field that holds something or must, with its values numbered, then questions and alerts."""
    yield texts_linear.DRAFT.format(title=draft.titre or texts.DRAFT_UNTITLED)
    ranks = {value.id: rank for rank, value in enumerate(numbered(draft), start=1)}
    empty = []
    for row in field_rows(draft, validation):
        if row.values:
            yield from _field_lines(row, ranks)
        elif row.required:
            empty.append(row.label)
    if empty:
        yield texts_linear.EMPTY.format(fields=" ; ".join(empty))
    yield from (texts_linear.QUESTION.format(text=text) for text in draft.questions)
    yield from (texts_linear.ALERT.format(text=text) for text in draft.alertes)
    yield status_line(draft, validation)


def _field_lines(row: FieldRows, ranks: dict[str, int]) -> Iterator[str]:
    yield f"{row.label}{texts_linear.TOTAL.format(amount=row.total) if row.total else ''} :"
    for value in row.values:
        yield f"  {ranks[value.id]}. {plain(value.valeur)} ({_state(row, value)})"
    for finding in row.findings if any(value.etat != "propose" for value in row.values) else ():
        yield f"  {LEVELS[finding.niveau].word.capitalize()} : {finding.message} {finding.piste}"


def _state(row: FieldRows, value: Valeur) -> str:
    parts = [STATES[value.etat].word]
    replaced = row.replaced(value)
    if replaced is not None:
        parts.append(texts_linear.INSTEAD.format(text=plain(replaced.valeur)))
    if value.citation:
        parts.append(place(value.citation))
    elif value.origine == "utilisateur":
        parts.append(texts_linear.FROM_YOU)
    return ", ".join(parts)


def status_line(draft: Draft, validation: Validation) -> str:
    """Completeness, errors and what waits for a decision."""
    waiting = sum(1 for v in draft.valeurs if v.etat == "propose")
    errors = sum(1 for c in validation.constats if c.niveau == "erreur")
    return texts_linear.STATUS.format(
        percent=int(validation.completude * 100),
        errors=texts.STATUS_ERRORS[min(errors, 2)].format(count=errors),
        open=texts.STATUS_OPEN[min(waiting, 2)].format(count=waiting),
    )


def corpus_lines(summary: Summary, documents: Sequence[DocumentRow]) -> Iterator[str]:
    """What the corpus holds, document by document."""
    yield texts_linear.CORPUS.format(documents=texts.counted(summary.documents, "convention", "conventions"))
    for row in documents:
        state = texts.DOCUMENT_READ if row.lu else f"{texts.DOCUMENT_FAILED}, {row.motif}"
        counts = f", {texts.counted(row.fiches, 'fiche', 'fiches')}" if row.lu else ""
        yield f"  {shorten(row.nom, 100)} : {state}{counts}"


def kept_lines(drafts: Sequence[DraftRow], conversations: Sequence[ConversationRow]) -> Iterator[str]:
    """Drafts, then conversations, under one numbering."""
    if not drafts and not conversations:
        yield texts_linear.NOTHING_KEPT
    for rank, draft in enumerate(drafts, start=1):
        percent = texts.DRAFT_COMPLETENESS.format(percent=int(draft.completude * 100))
        yield f"  {rank}. {texts.PANE_DRAFT} : {draft.titre or texts.DRAFT_UNTITLED}, {percent}"
    for rank, row in enumerate(conversations, start=len(drafts) + 1):
        yield f"  {rank}. {texts.PANE_CONVERSATION} : {row.titre}, {texts.counted(row.messages, 'message', 'messages')}"


def hit_lines(rank: int, hit: SearchHit) -> Iterator[str]:
    """One passage found."""
    yield f"  {rank}. {place(citation_of(hit.passage))}. {shorten(hit.passage.section, 100)}"
    yield f"     {shorten(hit.passage.extrait, 400)}"


def own_line(rank: int, hit: OwnHit) -> str:
    """Words found in a draft or a conversation."""
    return f"  {rank}. {hit.sorte.capitalize()} « {shorten(hit.titre)} », {hit.champ} : {shorten(hit.texte, 200)}"


def help_lines(known: set[str]) -> Iterator[str]:
    """How the mode works, then the commands it has."""
    yield from texts_linear.HELP
    for command in COMMANDS:
        if command.action in known:
            example = f" Exemple : {command.takes}" if command.takes else ""
            usage = texts_linear.USAGE.get(command.action, "")
            summary = texts_linear.SUMMARIES.get(command.action, command.summary)
            yield f"/{command.name}{f' {usage}' if usage else ''} : {summary}.{example}"
