"""What the home screen writes: the corpus in one line, the drafts, the things to do with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from tui import texts
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.records import ConversationRow, DraftRow, Summary

DRAFT = "brouillon:"
"""What the identifier of an option that opens a draft begins with."""
CONVERSATION = "conversation:"
SHOWN = 5
"""Conversations listed at home; search finds the others."""


def corpus_line(summary: Summary) -> str:
    """What the corpus holds, or how to begin when it is empty."""
    if summary.documents == 0:
        return texts.HOME_EMPTY
    line = texts.HOME_CORPUS.format(
        documents=texts.counted(summary.documents, "convention", "conventions"),
        fiches=texts.counted(summary.fiches, "fiche", "fiches"),
        plan=texts.counted(summary.lignes_plan, "ligne de plan d'actions", "lignes de plan d'actions"),
    )
    if summary.echecs:
        line += texts.HOME_CORPUS_FAILED.format(failed=texts.counted(summary.echecs, "illisible", "illisibles"))
    if summary.vecteurs_manquants:
        line += texts.HOME_CORPUS_PENDING.format(
            passages=texts.counted(summary.vecteurs_manquants, "passage", "passages")
        )
    return line


def draft_options(drafts: list[DraftRow]) -> list[Option]:
    """The drafts in progress under their heading."""
    heading = Option(Content.styled(texts.HOME_DRAFTS, "bold $text-primary"), disabled=True)
    if not drafts:
        return [heading, Option(Content.styled(f"  {texts.HOME_NO_DRAFT}", "$sourdine"), disabled=True)]
    return [heading, *(Option(_draft_line(d, _rank(d, drafts)), id=f"{DRAFT}{d.id}") for d in drafts)]


def conversation_options(rows: Sequence[ConversationRow]) -> list[Option]:
    """The latest conversations set aside under their heading; nothing when there is none."""
    if not rows:
        return []
    heading = Option(Content.styled(f"\n{texts.HOME_CONVERSATIONS}", "bold $text-primary"), disabled=True)
    return [heading, *(Option(_conversation_line(row), id=f"{CONVERSATION}{row.id}") for row in rows[:SHOWN])]


def _conversation_line(row: ConversationRow) -> Content:
    detail = f"{texts.counted(row.messages, 'message', 'messages')} · {row.modifie.astimezone():%d/%m/%Y %H:%M}"
    return Content.assemble("  ", shorten(row.titre, 90), (f"\n  {detail}", "$sourdine"))


def _rank(draft: DraftRow, drafts: Sequence[DraftRow]) -> int:
    """Which one it is of the drafts of the same title, from 1; 0 when it is alone."""
    same = sorted(d.id for d in drafts if d.titre == draft.titre)
    return same.index(draft.id) + 1 if len(same) > 1 else 0


def _draft_line(draft: DraftRow, rank: int) -> Content:
    percent = texts.DRAFT_COMPLETENESS.format(percent=int(draft.completude * 100))
    changed = f"{draft.modifie.astimezone():%d/%m/%Y %H:%M}"
    title = shorten(draft.titre or texts.DRAFT_UNTITLED, 90)
    if rank:
        title = texts.SAME_TITLE.format(title=title, rank=rank)
    return Content.assemble("  ", (title, "bold"), (f"\n  {percent} · {changed}", "$sourdine"))


def action_options(*, first_run: bool) -> list[Option]:
    """Every thing to do with its key; the first run begins with three steps, none of them needed."""
    samples, folder = ("samples", "E", texts.HOME_ACTION_SAMPLES), ("folder", "D", texts.HOME_ACTION_FOLDER)
    sample = ("sample", "F", texts.HOME_ACTION_SAMPLE)
    work = [("new", "N", texts.HOME_ACTION_NEW), ("ask", "Q", texts.HOME_ACTION_ASK)]
    search, corpus = ("search", "R", texts.HOME_ACTION_SEARCH), ("corpus", "C", texts.HOME_ACTION_CORPUS)
    rest = [("settings", "G", texts.HOME_ACTION_SETTINGS), ("help", "F1", texts.HOME_ACTION_HELP)]
    if not first_run:
        return _part(texts.HOME_ACTIONS, [*work, search, corpus, folder, sample, *rest])
    engine = ("settings", "G", texts.HOME_ACTION_ENGINE)
    reading, model, look = texts.HOME_STEPS
    parts = [(reading, [samples, folder]), (model, [engine]), (look, [sample]), (texts.HOME_WORK, [*work, rest[1]])]
    options = [option for title, entries in parts for option in _part(title, entries)]
    return [Option(Content.styled(reading, "bold $text-primary"), disabled=True), *options[1:]]


def _part(title: str, entries: list[tuple[str, str, str]]) -> list[Option]:
    heading = Option(Content.styled(f"\n{title}", "bold $text-primary"), disabled=True)
    lines = [Content.assemble((f"  {key:<3}", "bold"), name) for _, key, name in entries]
    return [heading, *(Option(line, id=entry[0]) for line, entry in zip(lines, entries, strict=True))]
