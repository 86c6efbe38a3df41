"""What was read of the catalogue lately, forgotten as soon as the catalogue changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Memory(Generic[T]):
    """The last ``most`` values made for one generation, by key; usable from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._generation = -1
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, generation: int, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made when it is not known for this generation; what ``make`` raises is raised."""
        with self._guard:
            if generation != self._generation:
                self._generation = generation
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._guard:
            if generation == self._generation:
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made
