"""Changes of mind inside one message: « en mars, non, plutôt en mai », « pas la mairie », « ce n'est pas X mais Y »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.bodies import is_body
from assistant.drafting.reading.text import same_length_fold, tidy
from corpus.text.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTH = "|".join(MONTHS)
_WHEN = (
    r"(?:(?:en|le|de|a|au|a la|pour|des|debut|fin|mi-)\s?){0,4}(?:\d{1,2}(?:er)?\s)?"
    rf"(?:(?:{_MONTH}|rentree|printemps|ete|automne|hiver)(?:\s(?:de\s)?(?:19|20)\d\d)?|(?:19|20)\d\d)(?![a-z\d])"
)
_RATHER = (
    r"[\s,(–-]*(?<![a-z])(?:(?:non|pardon|plutot|enfin|finalement|je veux dire|ou plutot|correction|rectification"
    r"|en fait|oups|erreur|mais non|ah non|je me trompe)(?![a-z])[\s,:]*)+"
)
_NEW_DATE = re.compile(rf"(?<![a-z\d])(?P<old>{_WHEN})(?P<rather>{_RATHER})(?P<new>{_WHEN})")
_NOT_WHO = re.compile(
    r"\b(?:ce n'est|c'est|ce ne sera|ce sera) (?:pas|plus) (?P<old>[^,.;\n]{2,60}?) qui "
    r"(?P<does>(?:porte|pilote|coordonne|gere)\w*(?: (?:l'action|le projet|ca|cela))?)\s*,?\s*"
    r"(?:mais (?:c'est |ce sera |bien )?|c'est (?:maintenant |desormais |plutot )?)(?P<new>[^,.;\n]{2,80})"
)
_IS_NOT = re.compile(
    r"\b(?P<l>(?:le |la )?(?:porteur|pilote|chef de file|structure porteuse)) (?:n'est|ne sera) (?:pas|plus) "
    r"(?P<old>[^,.;\n]{2,60}?),? mais (?P<new>[^,.;\n]{2,80})"
)
_NEW_WORDS = re.compile(
    r"(?:(?<=[:=] )|(?<=\bpar )|(?<=\best )|(?<=\bsera )|(?<=\bavec ))(?P<old>[^,.;:\n()]{2,50}?)\s*[,(–-]+\s*"
    r"(?:(?:ah|euh|mais) )?(?:non|pardon|oups|erreur|je me trompe)(?![a-z])"
    r"(?:[\s,:]+(?:pardon|non|plutot|en fait|c'est|enfin|ce sera|disons|c'est plutot|par)(?![a-z]))*[\s,:]+"
    r"(?P<new>[^,.;:\n()]{2,60})"
)
_NOT_THIS = re.compile(
    r"\s*\((?:et |mais )?pas (?:par |avec )?(?P<a>[^()]{2,60}?)(?: finalement)?\)"
    r"|,? (?:et non(?: pas)?|et pas|mais pas) (?:par |avec )?(?P<b>(?:la |le |les |l')[^,.;\n()]{2,40}?)(?=[,.;\n)]|$)"
    r"|,\s(?:surtout )?pas (?:par |avec )?(?P<c>(?:la |le |les |l')[^,.;\n()]{2,40}?)(?=[,.;\n)]|$)"
)


def change_of_mind(text: str) -> tuple[str, list[str]]:
    """The text without what it takes back, and what to tell of it."""
    told: list[str] = []
    for pattern, said in (
        (_NEW_DATE, _new_date),
        (_NOT_WHO, _other_carrier),
        (_IS_NOT, _other_carrier),
        (_NEW_WORDS, _new_words),
        (_NOT_THIS, _not_this),
    ):
        text = _rewritten(pattern, text, said, told)
    return text, told


def _rewritten(
    pattern: re.Pattern[str], text: str, said: Callable[[dict[str, str]], tuple[str, str] | None], told: list[str]
) -> str:
    """The text with each match written as ``said`` makes of its groups; what it tells is added."""
    hesitating = text.replace("…", ",").replace("...", ",  ")
    for match in reversed(list(pattern.finditer(same_length_fold(hesitating)))):
        groups = {name: text[match.start(name) : match.end(name)] for name, found in match.groupdict().items() if found}
        made = said(groups)
        if made is not None:
            text = text[: match.start()] + made[0] + text[match.end() :]
            told += [made[1]] if made[1] else []
    return text


def _instead(new: str, old: str) -> str:
    return f"Vous vous reprenez : je retiens « {tidy(new)} » au lieu de « {tidy(old)} »."


def _new_date(said: dict[str, str]) -> tuple[str, str]:
    return said["new"], _instead(said["new"], said["old"])


def _other_carrier(said: dict[str, str]) -> tuple[str, str]:
    told = _instead(said["new"], said["old"])
    return (
        (f"c'est {said['new']} qui {said['does']}", told)
        if "does" in said
        else (f"{said['l']} est {said['new']}", told)
    )


def _new_words(said: dict[str, str]) -> tuple[str, str] | None:
    return (said["new"], _instead(said["new"], said["old"])) if is_body(said["new"]) else None


def _not_this(said: dict[str, str]) -> tuple[str, str] | None:
    """A body set aside is not taken up; other words (« pas encore connu ») stay as they are."""
    words = next(iter(said.values()))
    if not is_body(words):
        return None
    return "", f"« {tidy(words)} » est écarté par votre message : il n'est pas repris."
