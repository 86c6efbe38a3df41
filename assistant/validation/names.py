"""Words that tell a person from a body, an institutional mailbox from a private one."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from corpus.text.folding import fold, words

_ARTICLES = frozenset({"l", "la", "le", "les", "un", "une"})
_CIVILITY = re.compile(r"^(?:m\.|mm\.|mr\.?\s|mme\.?\s|mmes\s|mlle\s|monsieur\s|madame\s|docteur\s|dr\.?\s)")
_SURNAME = re.compile(r"^[A-ZÀ-Ý][A-ZÀ-Ý'’-]{2,}$")


@cache
def _listed(name: str) -> frozenset[str]:
    """The folded words of a list of the ``data`` folder: ``prenoms``, ``structures`` or ``domaines_prives``."""
    return frozenset((files("assistant.validation") / "data" / f"{name}.txt").read_text(encoding="utf-8").split())


def looks_like_a_person(text: str) -> bool:
    """Whether a text names one person: a civility, or a common first name, then a surname and nothing of a body."""
    if _CIVILITY.match(fold(text) + " "):
        return True
    head = re.split(r"[,(]", text, maxsplit=1)[0]
    tokens = head.split()
    if not 2 <= len(tokens) <= 4 or _listed("structures") & set(words(head)):
        return False
    first, last = tokens[0].split("-", maxsplit=1)[0], tokens[-1]
    named = fold(first) in _listed("prenoms") and last[0].isupper()
    surname_first = _SURNAME.match(tokens[0]) and fold(last.split("-", maxsplit=1)[0]) in _listed("prenoms")
    return named or bool(surname_first)


def looks_like_a_body(text: str) -> bool:
    """Whether a text names a body or a service: the first word that is not an article is one of theirs."""
    first = next((word for word in words(text) if word not in _ARTICLES), "")
    return first in _listed("structures")


def is_private_mail(mail: str) -> bool:
    """Whether a mailbox is at a provider for private individuals."""
    return fold(mail.rpartition("@")[2]) in _listed("domaines_prives")
