"""Lists of bodies: one enumeration in, one body an item out, each as the coordinator names it."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.bodies import ACRONYM, ARTICLE, CANONICAL, HEAD, PEOPLE, THEMES
from assistant.drafting.reading.text import same_length_fold, tidy

_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:et|ainsi que|puis)?|;|\+|\n\s*[-•*–]?|(?<=\w)\s*/\s*(?=\w)|\bet\b"
    r"|\bainsi que\b|\bpuis\b|\bplus\b"
    r"|(?<=[^\W_]{4})(?<!avec)\s(?=(?:la|le) (?:Caf|MSA|PMI|MJC|RPE|CCAS|Mission locale|mission locale)\b))\s*"
)
_BULLET = re.compile(r"^\s*(?:[-•*–]|\d+[.)/])\s*")
_INFINITIVE = re.compile(
    r"^(?:de |d')?(?:[a-z-]{2,}(?:er|ir|oir)|(?:re|per|trans|pro)?mettre|(?:re|satis)?faire"
    r"|(?:inter)?rompre|(?:re|ap|com|sur|entre)?prendre|(?:re|at|en|de|sus|e)?tendre|(?:re)?vendre|(?:de)?fendre|rendre"
    r"|(?:pro|con|re|intro|se|tra)duire|(?:re)?construire|instruire|(?:re)?joindre|atteindre|repandre|(?:e|ins|de"
    r"|sous)crire"
    r"|lire|elire|dire|(?:com)?battre|(?:re)?connaitre|naitre|accroitre|(?:pour)?suivre|vivre|(?:con)?vaincre"
    r"|re(?:pondre"
    r"|soudre))\b"
)
_NOT_INFINITIVE = re.compile(
    r"^(?:atelier|foyer|quartier|premier|dernier|cahier|metier|papier|chantier|panier|espoir"
    r"|loisir|particulier|partenaires?)\b"
)
_TOWNS = re.compile(
    r"^(?:l[ae] |les )?(?:communautes?|communes|agglomeration|pays|intercommunalite|syndicat|canton|mairies|villes)\b"
)
"""Bodies whose name may hold « et »: « communauté de communes Brume et Mirande »."""
_SERVICE = re.compile(r"\b(?:services?|poles?|directions?)\b")
_LOOSE = re.compile(
    r"^(?:(?:de la|de l'|a la|aupres d(?:e la|es|u|e)|aux?|la|le|les|l'|un|une|des|du|notre|nos|en tant que|par"
    r"|avec|aussi|bien sur"
    r"|notamment|egalement|ensuite|surtout|surement"
    r"|sans doute|peut-etre|donc|et|comme partenaires?|bien)\b\s*|l')+"
)
_TAIL = re.compile(
    r"\s+(?:(?:comme|en tant que|en qualite de) (?:partenaires?|porteurs?|pilotes?|(?:co-?)?financeurs?)|aussi"
    r"|(?:co-?)?financeurs?|associee?s?|mobilisee?s?|partenaires?|egalement|bien sur|svp|merci(?: d'avance| beaucoup)?"
    r"|s'il (?:vous|te) plait|si possible|etc|cordialement|est (?:le |la )?(?:porteur"
    r"|partenaire)|(?:seront|sont|est|sera) (?:associee?s?|partenaires?)"
    r"|pour (?:commencer|finir)|qui porte|qui|(?:anime|oriente|accueille|conseille|encadre|intervien|coordonne"
    r"|accompagne)"
    r"(?:nt|ra|ront)?|et|ou|puis|ainsi que)\W*$"
)


def is_infinitive(text: str) -> bool:
    """Whether a text begins with an infinitive verb."""
    folded = same_length_fold(text.strip())
    return bool(_INFINITIVE.match(folded)) and not _NOT_INFINITIVE.match(folded)


def is_body(text: str) -> bool:
    """Whether a text names a body or a group of actors: a known head noun, an abbreviation, a proper name."""
    folded = same_length_fold(text.strip())
    bare = text.strip()[_lead(folded) :]
    rest = same_length_fold(bare)
    return bool(HEAD.match(rest) or ACRONYM.match(bare) or re.match(r"[A-ZÀ-Ý]", bare))


def surely_body(text: str) -> bool:
    """A known kind of body or an abbreviation: a capital alone is not enough."""
    return is_body(text) and bool(HEAD.match(same_length_fold(text)) or ACRONYM.match(text))


def is_only_people(text: str) -> bool:
    """Whether a text names people rather than bodies (« les familles »)."""
    folded = same_length_fold(text.strip())
    return bool(PEOPLE.match(folded[_lead(folded) :]))


def _lead(folded: str) -> int:
    match = re.match(rf"(?:{ARTICLE.pattern})?\s*(?:\d+ (?=[a-z]))?", folded)
    return match.end() if match else 0


def split_bodies(text: str, *, one: bool = False) -> list[str]:
    """The bodies of an enumeration; with ``one``, a body and its service stay together (a porteur)."""
    shared = _each_of(text)
    if shared:
        return shared
    items: list[str] = []
    pieces, joints = _pieces(text)
    for piece, joint in zip(pieces, joints, strict=True):
        if items and _continues(items[-1], piece, joint, one=one):
            items[-1] = f"{items[-1]}{joint}{piece}"
        elif piece.strip():
            if is_infinitive(piece) or (items and _is_thing(piece)):
                break
            items.append(piece)
    return [name for item in items for name in _abbreviations(trim(item)) if name]


_SHARED = re.compile(
    r"(?:les |des )(?P<h>CCAS|CIAS|RPE|EVS|MJC|ALSH|communes|mairies|villes|centres sociaux|coll[eè]ges|lyc[ée]es"
    r"|[ée]coles"
    r"|m[ée]diath[eè]ques|biblioth[eè]ques|cr[eè]ches|foyers ruraux|associations|missions locales|offices de tourisme)"
    r"(?P<t>(?:(?:\s*,\s*|\s+et\s+|\s+ainsi que\s+|\s+)(?:de la |de l['’]|de |du |des |d['’])[A-ZÀ-Ý][\w'’-]+"
    r"(?: (?!de |du |des |d['’]|et )[A-ZÀ-Ý][\w'’-]+)*){2,})",
    re.IGNORECASE,
)
_SINGULAR = {"communes": "commune", "mairies": "mairie", "villes": "ville", "centres sociaux": "centre social"}


def _each_of(text: str) -> list[str]:
    """« les CCAS de Brume, d'Orvelle et de Mirande »: each of them, with the noun they share."""
    match = _SHARED.fullmatch(tidy(text))
    if match is None:
        return []
    head = match["h"]
    one = head if head.isupper() else _SINGULAR.get(head.lower(), re.sub(r"s(?= |$)", "", head))
    of = r"(?:\s*,\s*|\s+et\s+|\s+ainsi que\s+|\s+)(?=(?:de |du |des |d['’])[^\s]*[A-ZÀ-Ý]|(?:de la |de l['’])[A-ZÀ-Ý])"
    return [f"{one} {part}" for part in re.split(of, match["t"]) if part]


ONE_WORD = frozenset("hôpital hopital mairie école ecole collège college lycée lycee crèche creche ville".split())
"""Bodies in one word that may stand among abbreviations typed without commas."""


def _abbreviations(item: str) -> list[str]:
    """« MSA CARSAT », typed without a comma, are two bodies."""
    parts = item.split()
    known = [CANONICAL.get(part.lower()) for part in parts]
    short = all((k and part.isupper()) or part.lower() in ONE_WORD for k, part in zip(known, parts, strict=True))
    return parts if len(parts) > 1 and short and any(part.isupper() for part in parts) else [item]


def _is_thing(piece: str) -> bool:
    """« un transport solidaire destiné aux … » after bodies: the action itself, not one more body."""
    return bool(re.match(r"\s*(?:une? |des )", same_length_fold(piece))) and not is_body(piece)


def _pieces(text: str) -> tuple[list[str], list[str]]:
    pieces, joints, start, joint = [], [], 0, ""
    depth = [0]
    for char in text:
        depth.append(depth[-1] + (char == "(") - (char == ")"))
    for match in _SEPARATOR.finditer(text):
        if depth[match.start()] > 0:
            continue
        pieces.append(text[start : match.start()])
        joints.append(joint)
        start, joint = match.end(), match[0]
    return [*pieces, text[start:]], [*joints, joint]


def _continues(item: str, piece: str, joint: str, *, one: bool) -> bool:
    folded = same_length_fold(piece.strip())
    if _SERVICE.search(same_length_fold(item)) and THEMES.match(folded):
        return True
    if one and _SERVICE.match(folded):
        return True
    if joint.strip() == "et" and _TOWNS.search(same_length_fold(item)) and re.match(r"[A-ZÀ-Ý][a-zà-ÿ]", piece):
        return not HEAD.match(folded)
    if "et" in joint.split() and not is_body(piece):
        return not re.match(r"(?:la|le|les|l'|un|une|des|nos|notre)\b", folded)
    return "/" in joint and len(piece.strip()) <= 2


_NAMED_SO = re.compile(
    r"(?:Les|La|Le) (?!Ville|Mairie|Commune|Communaut|Centre|Maison|Mission|Conseil|Région|Dép)"
    r"[A-ZÀ-Ý][a-zà-ÿ]{2,} [A-ZÀ-Ý]"
)
"""« Les Petits Lutins »: an article that belongs to a name."""


def trim(item: str) -> str:
    """A body without its article, its bullet and polite or linking words."""
    item = _BULLET.sub("", tidy(item)).lstrip("+ ")
    match = None if _NAMED_SO.match(item) else _LOOSE.match(same_length_fold(item))
    if match:
        item = item[match.end() :]
    tail = _TAIL.search(same_length_fold(item))
    if tail:
        item = item[: tail.start()]
    return tidy(item)


def split_list(text: str) -> list[str]:
    """The items of a list in a text: lines or bullets, else semicolons, else commas between short items."""
    for pattern in (r"\n+", r"\s*;\s*", _INLINE, *_dashes(text), r",\s+(?:et |ainsi que )?"):
        parts = [tidy(_BULLET.sub("", part)) for part in _outside_brackets(pattern, text)]
        parts = [tidy(_THEN.sub("", part)) for part in parts if part]
        if len(parts) > 1:
            return _last_and(parts) if pattern.startswith(",") else parts
    return _last_and([tidy(_THEN.sub("", _BULLET.sub("", text)))])


_INLINE = r"(?:^|\s+)(?:\(?\d{1,2}[.)°](?=\s)|\d{1,2}(?:[/-]|\s[-–])(?=\s)|\(?[a-h]\)(?=\s)|[•*→▪◦])\s*"
"""« 1) … 2) … », « a) … b) … », « • … • … » on one line."""
_THEN = re.compile(
    r"^(?:(?:et |puis |ensuite |enfin |d'abord |tout d'abord |dans un (?:premier|second|deuxi[eè]me) temps,? )\s*)+"
)


def _dashes(text: str) -> list[str]:
    """The dash that parts items on one line: when the text opens with one, or has two."""
    found = re.findall(r"(?:^|\s)[-–—]\s", text)
    opened = re.match(r"\s*[-–—]\s", text)
    return [r"(?:^|\s+)[-–—]\s+"] if len(found) >= 2 or (found and opened) else []


def split_needs(text: str) -> list[str]:
    """The items of a text of full sentences: cut at lines, bullets and semicolons, at commas when all are short."""
    parts = [tidy(_BULLET.sub("", part)) for part in re.split(r"\n+|\s*;\s*|\s+[•*]\s+", text)]
    parts = [part for part in parts if part]
    commas = [tidy(part) for part in _outside_brackets(r",\s+(?:et )?", text)]
    if len(parts) == 1 and len(commas) > 1 and all(0 < len(part.split()) <= 5 for part in commas):
        return commas
    return parts


def _outside_brackets(pattern: str, text: str) -> list[str]:
    """The pieces of a text cut where a pattern matches outside brackets."""
    pieces, start = [], 0
    for match in re.finditer(pattern, text):
        before = text[: match.start()]
        if before.count("(") <= before.count(")"):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _last_and(parts: list[str]) -> list[str]:
    """Cut the last item of an enumeration at « et » when a new item plainly begins there."""
    *rest, last = parts
    match = re.search(
        (
            r"\s+et\s+(?=(?:(?:(?:un|une|la|le|les|des|du)\s|l'\s?)\w+ )|(?:le )?(?:nombre|taux|part"
            r"|creation|formation|mise)\b|\d+[.,]\d+ |\d+ etp\b|\w+er (?:la|le|les|l'|un|des))"
        ),
        same_length_fold(last),
    )
    return [*rest, last[: match.start()], last[match.end() :]] if match else parts
