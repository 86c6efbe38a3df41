"""Keys: a letter works with Shift or Caps Lock too, and every key has one French name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType

_NAMES = {
    "enter": "Entrée",
    "escape": "Échap",
    "delete": "Suppr",
    "up": "↑",
    "down": "↓",
    "pageup": "Page haut",
    "pagedown": "Page bas",
    "slash": "/",
    "tab": "Tab",
    "space": "Espace",
}
_HELD = {"ctrl": "Ctrl", "shift": "Maj"}


def key(keys: str, action: str, text: str = "", *, show: bool = True, priority: bool = False) -> Binding:
    """A binding; ``keys`` are separated by commas, the first one is named in the footer."""
    first, *others = keys.split(",")
    every = [form for one in (first, *others) for form in _forms(one)]
    return Binding(",".join(every), action, text, show=show, key_display=in_footer(first), priority=priority)


def in_footer(name: str) -> str:
    """The name of a key where room is short."""
    return spelt(name).replace("Ctrl+", "^")


def spelt(name: str) -> str:
    """The name of a key in full, as ``Ctrl+P``."""
    *held, last = name.split("+")
    shown = _NAMES.get(last, last.upper() if len(last) == 1 or last[0] == "f" else last.capitalize())
    return "+".join([*(_HELD.get(part, part.capitalize()) for part in held), shown])


def spoken(binding: Binding) -> str:
    """Every key of a binding, a letter once."""
    return " ou ".join(dict.fromkeys(spelt(name.strip()) for name in binding.key.split(",")))


def told(bindings: Iterable[Sequence[BindingType]]) -> list[Binding]:
    """The bindings that have a description, each action once: what a help can list."""
    found: dict[str, Binding] = {}
    for binding in (one for some in bindings for one in some):
        if isinstance(binding, Binding) and binding.description:
            found.setdefault(binding.action, binding)
    return list(found.values())


def _forms(name: str) -> tuple[str, ...]:
    """A key, and its capital when it is a letter."""
    return (name, name.upper()) if len(name) == 1 and name.isalpha() else (name,)
