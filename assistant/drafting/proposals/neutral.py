"""Taking out of a proposal what belongs to the territory it comes from, with the gap left to be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import CANONICAL, PHRASES
from assistant.drafting.lexicon.general import GENERAL
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from assistant.drafting.knowledge import Knowledge

GAP = "[à préciser]"
LEAST_WORDS = 3
"""Words longer than two letters below which a proposal says nothing once its gaps are made."""

_MARKS = re.compile(r"\*\*|__|</?[a-z]+>")
_LEADING = re.compile(
    r"^\s*(?:[-•*–v✓➢→>]\s*['’\"“]?\s+|\d+\s*(?:\^?\{?er\}?|°)?\s*[/.)]\s*|[a-z]\)\s*|axe\s*\d+\s*:\s*)+", re.IGNORECASE
)
_DATED = re.compile(
    r"^\s*(?:(?:en|dès|des|d[’']ici|[àa] partir (?:de|du)|courant|fin|début|printemps|automne"
    r"|été|hiver|rentrée)\s+)?(?:(?:le |du |de )?(?:\w+ )?(?:trimestre"
    r"|semestre) (?:de )?)?(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)\s+)?"
    r"(?:19|20)\d\d(?:\s*(?:et|à|-|/)\s*(?:(?:19|20)\d\d|à la suite[^:,]*|chaque année))?\s*[:,]\s*",
    re.IGNORECASE,
)
_INTRO = re.compile(
    (
        r"^(?:le diagnostic (?:a mis en évidence|a montré|montre|fait ressortir)|on constate"
        r"|nous constatons)\s*:?\s*(?:que |qu['’])?"
    ),
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*(?:\((?:PT|(?:19|20)\d\d[^)]*)\)|\[\s*\]|\(\s*\))\s*|\s+\?\s*$")
_NUMBERED = re.compile(
    (
        r"(?:(?:âgé[e]?s? )?(?:de\s+(?=\d+\s*à)|entre\s+))?\d[\d\s.,/-]*(?:\s*(?:à|et"
        r"|-)\s*\d+)?\s*(?:ans|mois|%|€|k€|euros|er|ème|e)?\b(?:[\d.,%€]*)"
    ),
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\b(?:du |le |au |de la |la |sur le |dans le )?(?:bassins?|secteurs?|cantons?|quartiers?"
    r"|pays|vall[ée]es?|rive|zone)\s+(?:(?:de|du|des|d['’]|de la)\s*)?(?P<n>(?:NORD|SUD|EST"
    r"|OUEST|[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest)|[A-ZÀ-Ý][\w'’-]+)\b"
)
_NAME_LINK = r"(?:de|du|des|d['’]|la|le|les|l['’]|en|sur|sous|et|&)"
_SURFACE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+\.fr\b")
_DAMAGED = re.compile(
    r"(?:^|\s)['’\[|][^\W\d]|\[|\||[a-zà-ÿ][A-ZÀ-Ý]{2}|\bI['’][a-z]|[a-z]\d[a-z]|\b\w*[a-zà-ÿ]['’]\s"
    r"|eé|eè|[èê]e|é[èê]|\b\w*(?:er|ir)(?:un|une|le|la|les|des)\b(?<!\bmerles)"
)
_CUT = re.compile(
    r"\b(?:et|ou|de|du|des|d|la|le|les|l|leurs?|un|une|à|au|aux|en|pour|avec|par|sur|dans|sans|que|qui|dont|ses|son|sa)"
    r"\s*$",
    re.IGNORECASE,
)
"""A text that stops in the middle of a phrase: its end is on a line that was not read."""
_OF_A_PLACE = re.compile(r"[.;:] \[à préciser\]|^(?:\S+ ){0,3}\[à préciser\] ?:")
"""A statement on one place, or a sentence whose subject is one: nothing to say elsewhere."""
MOST_GAPS = 2


@dataclass(frozen=True, slots=True)
class Neutral:
    """A proposal without its territory: its words, how many gaps, and what each gap stands for."""

    text: str
    removed: tuple[str, ...] = ()

    @property
    def gaps(self) -> int:
        """How many gaps the coordinator has to fill."""
        return self.text.count(GAP)


def is_damaged(text: str) -> bool:
    """Whether a text shows traces of a bad scan (« sur 'échelle », « LaCAF »)."""
    return bool(_DAMAGED.search(text))


def neutral(text: str, document: str, knowledge: Knowledge, least: int = LEAST_WORDS) -> Neutral | None:
    """The text with what is of its territory replaced by a gap; ``None`` when fewer than ``least`` words are left."""
    clean = _plain(text)
    if _ADDRESS.search(clean):
        return None
    removed: list[str] = []
    clean = _gap(_AREA, clean, removed)
    clean = _names(clean, document, knowledge, removed)
    clean = _gap(_NUMBERED, clean, removed)
    clean = re.sub(r"(?:\[à préciser\][\s,/-]*){2,}", f"{GAP} ", clean)
    clean = re.sub(r"\([^()]*\[à préciser\][^()]*\)", " ", clean)
    clean = re.sub(r"^\[à préciser\]\s*(?:[:,-]\s*)?", "", clean.strip())
    clean = re.sub(r"\s+([,.;)])", r"\1", " ".join(clean.split())).strip(" ,;:-–")
    left = [w for w in words(clean.replace(GAP, " ")) if len(w) > 2]
    if clean.count(GAP) > MOST_GAPS or _OF_A_PLACE.search(clean) or _CUT.search(clean):
        return None
    if len(left) < least or clean.count(GAP) * 4 > len(left) or re.search(r"\d|^\S{1,4} \[à", clean):
        return None
    return Neutral(clean, tuple(dict.fromkeys(r.strip() for r in removed)))


def _plain(text: str) -> str:
    """The text without its bullet, its number, its leading date or its marks."""
    text = " ".join(_MARKS.sub("", text).split())
    text = _LEADING.sub("", text)
    text = _DATED.sub("", text)
    text = _INTRO.sub("", text)
    text = _TRAILING.sub(" ", text)
    text = text.strip(" ;,.")
    return text[:1].upper() + text[1:]


def _gap(pattern: re.Pattern[str], text: str, removed: list[str]) -> str:
    def replace(match: re.Match[str]) -> str:
        removed.append(match[0])
        return f" {GAP} " if match[0].endswith(" ") or match.end() == len(text) else f"{GAP}"

    return pattern.sub(replace, text)


def _names(text: str, document: str, knowledge: Knowledge, removed: list[str]) -> str:
    """Replace every run of local names, its link words included, by one gap."""
    tokens = list(_SURFACE.finditer(text))
    local = [_is_local(token[0], index, document, knowledge) for index, token in enumerate(tokens)]
    out, done, index = [], 0, 0
    while index < len(tokens):
        if not local[index]:
            index += 1
            continue
        last = _run_end(text, tokens, local, index)
        removed.append(text[tokens[index].start() : tokens[last].end()])
        out += [text[done : tokens[index].start()], GAP]
        done = tokens[last].end()
        index = last + 1
    return "".join([*out, text[done:]])


def _run_end(text: str, tokens: list[re.Match[str]], local: list[bool], index: int) -> int:
    """The last token of a name: capitalised or local tokens joined by link words."""
    last = index
    for ahead in range(index + 1, min(index + 7, len(tokens))):
        between = text[tokens[ahead - 1].end() : tokens[ahead].start()]
        if re.search(r"[^\s'’-]", between):
            break
        if local[ahead] or tokens[ahead][0][0].isupper():
            last = ahead
        elif not re.fullmatch(_NAME_LINK, tokens[ahead][0]):
            break
    return last


def _is_local(word: str, index: int, document: str, knowledge: Knowledge) -> bool:
    """Whether a word belongs to one territory: a name or an abbreviation that is not everybody's."""
    bare = re.sub(r"^[ldLDQqsSnN]['’]", "", word)
    key = fold(bare)
    if not bare or not bare[0].isupper() or key in CANONICAL or key in GENERAL or key in PHRASES:
        return False
    if bare.isupper() or sum(c.isupper() for c in bare) >= 2:
        return len(bare) > 1
    if index == 0 and bare == word:
        return knowledge.of_one(key) is not None and (key,) in knowledge.names.places
    single = all(knowledge.of_one(part) is not None for part in words(bare))
    return (
        single
        or (key,) in knowledge.names.places
        or _of_card(key, document, knowledge)
        or not _is_common(key, knowledge)
    )


def _of_card(key: str, document: str, knowledge: Knowledge) -> bool:
    card = knowledge.card(document)
    if card is None:
        return False
    named = [card.territoire or "", card.caf or "", *card.signataires]
    return key not in knowledge.names.common and any(key in words(name) for name in named)


def _is_common(key: str, knowledge: Knowledge) -> bool:
    """Whether documents also write the word without a capital, so that it is no name."""
    return all(part in knowledge.names.common for part in words(key))
