"""Pieces too small are joined to their neighbours; a line too long is cut in parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.passages.model import LONGEST, SMALL, TARGET, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SENTENCE = re.compile(r"(?<=[.;!?…])\s+|\n")

_PROSE = frozenset({"texte", "clause", "sommaire", "signature"})


def merge_small(pieces: Iterable[Piece]) -> list[Piece]:
    """Join a small piece to the one before it when both stand under the same heading, or under sister headings.

    A heading alone joins what it heads, whatever its size; two clauses are never joined.
    """
    merged: list[Piece] = []
    for piece in pieces:
        if merged and _joinable(merged[-1], piece):
            merged[-1] = replace(merged[-1].joined(piece), kind=piece.kind)
        else:
            merged.append(piece)
    return merged


def _joinable(before: Piece, piece: Piece) -> bool:
    if before.fiche is not piece.fiche:
        return False
    size = len(before.text) + len(piece.text)
    if before.kind in _PROSE and piece.kind in {before.kind, "clause"}:
        heads = piece.path[: len(before.path)] == before.path and len(piece.path) > len(before.path)
        if heads and len(before.text) <= SMALL:
            return size <= 2 * TARGET
        near = _common(before.path, piece.path) >= max(len(before.path), len(piece.path)) - 1
        near = near and before.kind == piece.kind and (before.path == piece.path or piece.kind != "clause")
        return near and min(len(before.text), len(piece.text)) <= SMALL and size <= TARGET
    return False


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def cut_long(piece: Piece) -> Iterator[Piece]:
    """The piece itself, or its parts between sentences or items when it is too long to be one passage."""
    if len(piece.text) <= LONGEST:
        yield piece
        return
    part = ""
    for sentence in _sentences(piece.text):
        if part and len(part) + len(sentence) > TARGET:
            yield replace(piece, text=part)
            part = ""
        part = f"{part} {sentence}" if part and not sentence.startswith("-") else f"{part}\n{sentence}".strip("\n")
    if part.strip():
        yield replace(piece, text=part)


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        while len(sentence) > LONGEST:
            cut = sentence.rfind(" ", 0, LONGEST)
            cut = cut if cut > 0 else LONGEST
            yield sentence[:cut]
            sentence = sentence[cut:].strip()  # noqa: PLW2901
        if sentence.strip():
            yield sentence
