"""A no-break space does not break a line.

Rich splits lines at any white space, the no-break ones of French typography too: a « ? » or a « ; » would begin a
line. Its pattern of a word is replaced by one that knows them. To be removed when Rich does (``rich/_wrap.py``).
"""

from __future__ import annotations

import re

import rich._wrap

_BREAK, _WORD = r"[^\S\u00a0\u202f]", r"[\S\u00a0\u202f]"
WORD = re.compile(rf"{_BREAK}*{_WORD}+{_BREAK}*")
"""A word with the spaces around it; what no-break spaces join is one."""


def keep_together() -> None:
    """Have Rich, and Textual after it, wrap by these words from now on."""
    rich._wrap.re_word = WORD  # noqa: SLF001 - no public door
