"""HTML left over in published texts: tags go, the items of a list come on lines of their own.

Quotes are made on the text as it stands (``Line.text``); what is shown or put into a field passes here.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from corpus.text.cleaning import clean

if TYPE_CHECKING:
    from corpus.models import Line

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,11})\b[^<>]{0,200}>")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_SUPERSCRIPT = re.compile(r"\^\{?([^\s{}^]{1,4})\}?")
"""What a conversion leaves of a superscript: ``1^{er}``."""
_BREAKS = frozenset({"p", "br", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"})
_BULLETS = "-–•▪▶►➢✓→○●◦❖"
_STARTS_AS_LIST = re.compile(rf"\s*[{_BULLETS}]\s")
_MARK = re.compile(rf"(?:^|(?<=\s)|(?<=[^\s\d]))([{_BULLETS}])\s+(?=\S)")
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2,}[\s|:+=_-]*")


def has_markup(text: str) -> bool:
    """Whether HTML tags or entities are left in a text."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def without_superscripts(text: str) -> str:
    """A text as a reader likes it: ``1er`` for the ``1^{er}`` that a conversion left."""
    return _SUPERSCRIPT.sub(r"\1", text)


def is_rule(text: str) -> bool:
    """Whether a line only draws a rule, such as the ``--	---`` under the header of a table."""
    return bool(_RULE.fullmatch(text))


def _opens_item(text: str, mark: re.Match[str]) -> bool:
    follows = text[mark.end() : mark.end() + 1]
    return mark.start() == 0 or mark[1] not in "-–" or not follows.islower()


def _between_numbers(text: str, mark: re.Match[str]) -> bool:
    return text[: mark.start()].rstrip()[-1:].isdigit() and text[mark.end()].isdigit()


def _items(text: str) -> list[str]:
    """The items of a run-in list: ``- one - two`` or ``- one- two``.

    A dash before a small letter opens an item only when no dash of the text is before another character.
    """
    text = " ".join(text.split())
    marks = [m for m in _MARK.finditer(text) if not _between_numbers(text, m)]
    strict = [m for m in marks if _opens_item(text, m)]
    chosen = strict if len(strict) > 1 or len(marks) < 2 else marks
    if not chosen:
        return [text] if text else []
    items = [text[: chosen[0].start()].strip()]
    ends = [m.start() for m in chosen[1:]] + [len(text)]
    items += [f"- {text[m.end() : end].strip()}" for m, end in zip(chosen, ends, strict=True)]
    return [item for item in items if item and item != "-"]


def _unescape(text: str) -> str:
    return clean(_ENTITY.sub(lambda m: html.unescape(m[0]), text))


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text between tags, each piece with whether it stands in a list; an unclosed list runs to a paragraph."""
    pieces: list[tuple[str, bool]] = []
    current, start, in_list = "", 0, False
    for tag in _TAG.finditer(text):
        name, closing = tag[1].lower(), tag[0].startswith("</")
        current, start = current + text[start : tag.start()], tag.end()
        if name == "li":
            pieces.append((current, in_list))
            current = "" if closing else "- "
        elif name in _BREAKS:
            pieces.append((current, in_list))
            current, in_list = "", name in {"ul", "ol"} and not closing
    pieces.append((current + text[start:], in_list))
    return pieces


def readable_text(text: str) -> str:
    """A text without leftover tags; paragraphs and list items each on a line, items opened by ``- ``."""
    if not has_markup(text):
        stripped = text.strip()
        return "\n".join(_items(stripped)) if _STARTS_AS_LIST.match(stripped) and "\n" not in text else stripped
    lines: list[str] = []
    for piece, in_list in _pieces(text):
        plain = _unescape(piece)
        if in_list or _STARTS_AS_LIST.match(plain):
            lines += _items(plain)
        else:
            lines += [" ".join(part.split()) for part in plain.split("\n")]
    return "\n".join(line for line in lines if line)


def readable(line: Line) -> str:
    """What a person should read of a line: the cells of a row joined by tabs, or the text without its tags."""
    return "\t".join(line.cells) if line.cells else readable_text(line.text)
