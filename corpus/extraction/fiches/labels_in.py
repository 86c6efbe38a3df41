"""Finding a label at the start of a line or in a cell, and what of the value follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.extraction.fiches.marks import unmark
from corpus.extraction.vocabulary import Label, Vocabulary

_LONGEST_HEAD = 120
_MOST_WORDS = 16
_SURE_FUZZY = 12
_BETWEEN = re.compile(r"\([^()]{0,200}\)")
_RANKED = re.compile(r"^([^\d:.]{4,60}?)\s+(?:n\s?°\s*)?\d{1,2}(?:\.\d{1,2})*\s*[.)–—-]\s+(\S.*)$")
_ASIDE = re.compile(r"^\s*\([^()]{2,120}\)\s*:?")


class Found(NamedTuple):
    """A label, the rest of its line, whether a sign (colon, question mark, bullet) set it apart, and its words."""

    label: Label
    rest: str
    marked: bool
    head: str


def _short(head: str) -> bool:
    bare = _BETWEEN.sub("", head) if "(" in head else head
    return 0 < len(bare) <= _LONGEST_HEAD and len(bare.split()) <= _MOST_WORDS


def _at_colon(text: str, vocabulary: Vocabulary) -> Found | None:
    head, colon, rest = text.partition(":")
    if not colon or not _short(head) or "?" in head:
        return None
    label = vocabulary.match(head)
    return Found(label, rest.strip(), marked=True, head=head.strip()) if label else None


def _at_question(text: str, vocabulary: Vocabulary) -> Found | None:
    head, mark, rest = text.partition("?")
    if not mark or not _short(head):
        return None
    aside = _ASIDE.match(rest)
    if aside:
        label = vocabulary.exact(f"{head} {aside[0].strip(' :')}")
        if label:
            return Found(label, rest[aside.end() :].strip(), marked=True, head=head.strip())
    label = vocabulary.exact(head)
    return Found(label, rest.lstrip(" :").strip(), marked=True, head=head.strip()) if label else None


def _at_bullet(text: str, vocabulary: Vocabulary) -> Found | None:
    head, mark, rest = text.partition("•")
    if not mark or not head.strip() or not _short(head):
        return None
    label = vocabulary.exact(head)
    return Found(label, f"• {rest.strip()}", marked=True, head=head.strip()) if label and not label.weak else None


def _numbered(text: str, vocabulary: Vocabulary) -> Found | None:
    """A numbered label and a dot, such as ``Objectif stratégique 2. …``."""
    match = _RANKED.match(text)
    label = vocabulary.exact(match[1]) if match and _short(match[1]) else None
    if match is None or label is None or label.weak or label.champ == "axe":
        return None
    return Found(label, match[2].strip(), marked=True, head=match[1])


def _whole(text: str, vocabulary: Vocabulary, *, alone: bool) -> Found | None:
    if not _short(text) or text.endswith((".", ",", ";")):
        return None
    label = vocabulary.match(text)
    if label is None or (label.weak and not alone) or (label.fuzzy and len(label.form) < _SURE_FUZZY and not alone):
        return None
    return Found(label, "", marked=False, head=text)


def _prefix(text: str, vocabulary: Vocabulary) -> Found | None:
    """A label of several words that runs straight into a value that starts with a capital."""
    words = text.split()
    for count in range(min(9, len(words) - 1), 1, -1):
        follows = words[count]
        if not (follows[0].isupper() or follows[0].isdigit() or follows[0] in "«•"):
            continue
        label = vocabulary.exact(" ".join(words[:count]))
        if label and not label.weak and " " in label.form:
            return Found(label, " ".join(words[count:]), marked=False, head=" ".join(words[:count]))
    return None


def label_at(text: str, vocabulary: Vocabulary, *, alone: bool = False) -> Found | None:
    """The label a line starts with.

    ``alone`` says that the line is a cell of its own, where common words are labels too.
    """
    mark = unmark(text)
    body = mark.text
    if not body:
        return None
    if mark.bullet and mark.number is None:
        return _bulleted(body, vocabulary)
    if not (body[0].isupper() or body[0].isdigit() or alone):
        found = _at_colon(body, vocabulary)
        return found if found and not found.label.fuzzy and not found.label.weak else None
    return (
        _at_question(body, vocabulary)
        or _at_colon(body, vocabulary)
        or _at_bullet(body, vocabulary)
        or _numbered(body, vocabulary)
        or _whole(body, vocabulary, alone=alone)
        or (None if mark.number is not None else _prefix(body, vocabulary))
    )


def _bulleted(body: str, vocabulary: Vocabulary) -> Found | None:
    """A label behind a bullet: only one that is sure, since most bulleted lines are items."""
    found = _at_question(body, vocabulary) or _at_colon(body, vocabulary)
    if found:
        return None if found.label.fuzzy or not body[0].isupper() else found
    found = _whole(body, vocabulary, alone=False)
    return found if found and not found.label.fuzzy and " " in found.label.form and body[0].isupper() else None
