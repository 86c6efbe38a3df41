"""Names of WordprocessingML, and the few look-ups everything else needs."""

from __future__ import annotations

from typing import Any

Element = Any
"""An element of lxml, which ships no types."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def w(name: str) -> str:
    """The qualified name of a Word element or attribute."""
    return _W + name


def child(element: Element, *names: str) -> Element:
    """The element at the end of a path of Word names, or ``None``."""
    for name in names:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element, *names: str) -> str | None:
    """The ``w:val`` at the end of a path of Word names, or ``None``."""
    found = child(element, *names)
    return None if found is None else found.get(w("val"))


def number(element: Element, *names: str) -> int | None:
    """The same as a whole number, or ``None`` when it is not one."""
    text = value(element, *names)
    return int(text) if text and text.lstrip("-").isdigit() else None
