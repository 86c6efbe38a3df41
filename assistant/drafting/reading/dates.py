"""When an action starts and ends, as the coordinator says it, with the precision she gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.reading.text import WALL, tidy
from corpus.text.dates import MONTHS, moment

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19|20)\d\d"
MOMENT = (
    rf"(?:(?:le )?\d{{1,2}}(?:er)? (?:{_MONTH})(?: {_YEAR})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}|\d{{1,2}}/{_YEAR}"
    rf"|(?:debut |fin |mi-|courant |mi )?(?:{_MONTH})(?: {_YEAR})?|(?:la "
    rf"|l')?rentree(?: scolaire)?(?: de)?(?: septembre)?(?: {_YEAR}| prochaine)?"
    r"|(?:(?:le |l')?(?:(?<!chaque )(?<!tous les )(?:printemps|ete|automne|hiver)|(?:premier|deuxieme|second|troisieme"
    r"|quatrieme|1er|2e|2nd|2nde|2eme|3e|3eme|4e|4eme) (?:semestre|trimestre))(?: de)?|debut|fin|mi|courant"
    rf"|milieu)[ -](?:d'|de )?(?:(?:l')?annee (?:scolaire |civile )?)?{_YEAR}|{_YEAR}|l'annee prochaine"
    rf"|(?:les )?vacances (?:scolaires )?(?:de la |de |d'|du )?(?:toussaint|noel|fevrier|hiver|printemps|paques"
    rf"|ete)(?: {_YEAR})?"
    rf"|(?:le )?(?:semestre|trimestre) [1-4] (?:de )?{_YEAR}|[st][1-4] {_YEAR}"
    rf"|(?:1er|2e|2eme|3e|4e) (?:sem|trim)\.? {_YEAR}"
    r"|(?:le )?mois prochain)"
)
_BEFORE = rf"(?<![a-z0-9{WALL}-])"
_AFTER = r"(?![a-z0-9%€])(?!\s?(?:€|euros?|habitants|enfants|familles|personnes|jeunes|places))"
_RANGE = re.compile(
    _BEFORE + r"(?:(?:(?:sur )?la periode(?: de realisation)?|periode(?: de realisation)?|calendrier"
    r"|dates?|echeances?|echeancier|duree|annees?(?: scolaires?)?|l'annee scolaire"
    r"|prevue?|sur|pour)\s*:?\s*)*"
    r"(?:(?:de|du|des|entre|depuis|a partir d[eu]|a compter d[eu]|en)\s+|d')?(?:la |le |les "
    rf"|l')?(?P<a>{MOMENT}|(?<=du )\d{{1,2}}(?:er)?|(?<=le )\d{{1,2}}(?:er)?|(?<=les )\d{{1,2}})"
    rf"(?:(?<=\d\d\d\d) (?=(?:{_MONTH} )?(?:19|20)\d\d)|\s*(?:,?\s*(?:et\s+)?(?:jusqu'(?:a|au|en)|a|au"
    rf"|aux?)\s+(?:la |le |l')?|(?:-|–|→|/)\s*|\s+et\s+(?:le )?(?=\S)))(?:la |le )?(?P<b>{MOMENT})" + _AFTER
)
_SAID = (
    r"(?:\s+(?:est|sera|serait))?(?:\s+(?:prevue?s?|envisagee?s?|souhaitee?s?|fixee?s?"
    r"|possible))?\s*(?:[:=]\s*|,\s*)?(?:(?:en|le|a|au|pour|courant|des|vers|d'ici|apres"
    r"|d[eu])\s+)?(?:la |le |l')?"
)
_START = re.compile(
    _BEFORE + r"(?:(?:la |le )?(?:date de )?(?:demarrage|debut|lancement|mise en (?:place|oe?uvre"
    r"|service))(?: d(?:e la |e l'|es |u |e |')[a-z'-]{3,20}(?: [a-z'-]{3,20}){0,2}?)?"
    r"|(?:(?:ca|qui|elle|il|on|l'action|le projet|et|qu'on|nous) )*(?:va |doit |devrait "
    r"|pourrait )?(?:demarr|commenc|debut|partir)\w*|a partir d[eu]|a compter d[eu]|des|depuis"
    r"|on lance|(?:(?:l')?ouverture|parution|prise de poste|premiere edition|premiere seance|inauguration"
    r"|installation|recrutement)(?: prevue?| visee?| envisagee?)?(?= (?:en|a|au|le|des|pour|courant)\b|\s*:))"
    + _SAID
    + rf"(?P<a>{MOMENT})"
    + _AFTER
)
_END = re.compile(
    _BEFORE + r"(?:(?:et )?(?:la )?(?:date de )?fin(?: d[eu](?: la)? \w+| de l'\w+| d'\w+)?|(?:(?:ca|qui"
    r"|elle|il|on|l'action|le projet|et) )*(?:va |doit |devrait )?(?:se |s')?(?:fini|termin"
    r"|achev)\w*"
    r"|(?:et )?(?:jusque|jusqu'(?:a|au|en))|cloture|livraison(?= (?:en|fin|prevue|au|a)\b| ?:)|bilan(?: final)?"
    r"|evaluation(?: finale)?(?= (?:en|fin"
    r"|prevue)\b)|echeance|d'ici(?: a)?|avant|au plus tard)" + _SAID + rf"(?P<b>{MOMENT})" + _AFTER
)
_SPAN = (
    r"(?P<n>\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|dix-huit"
    r"|vingt-quatre)\s+(?P<u>ans?|annees?|mois|semestres?|trimestres?)"
)
_DURATION = re.compile(
    _BEFORE + r"(?:(?:pendant|sur|pour)(?: une (?:duree|periode) de)?|duree\s*:?|d'une duree de"
    r"|duree (?:prevue )?de|(?:ca|elle|il|et)? ?dur(?:e|era|erait)|"
    rf"projet (?:sur|de)) {_SPAN}(?! et (?:plus|moins))(?!\w)"
)
_LONE_DURATION = re.compile(rf"(?:(?<=^)|(?<=[.;\n¶]\s)|(?<=[.;\n¶])|(?<=¶,\s)){_SPAN}(?=\s*(?:¶|[.;,]|$))")
_SINGLE = re.compile(
    _BEFORE
    + (
        r"(?:(?:prevue?s?|annee|echeances?|periode|dates?|calendrier)\s*:?\s*)?(?:(?:en|pour|(?:sur |pendant )?toute"
        rf"|courant|au|a|le|sur|au cours de)\s+)?(?:la |le |l')?(?:annee )?(?P<a>{MOMENT})"
    )
    + _AFTER
)
_PAST = re.compile(
    r"\b(?:diagnostic|constats?|besoins?|contexte|enjeux?|depuis|recens|insee|enquete|bilan|statistiq|etude|ctg"
    r"|convention|signee?)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A date said: ``debut`` or ``fin`` (or ``seule``), its words, and where."""

    part: str
    words: str
    start: int
    end: int


def read_dates(work: Work, reading: Reading) -> None:
    """State when the action starts and ends; dates understood are struck out of the text."""
    found = _find(work)
    found = _one_span(found, work)
    singles = [s for s in found if s.part == "seule"]
    for said in found:
        if said.part != "seule":
            _put(reading, said.part, said.words)
    if singles and not _has(reading, "debut"):
        _single(reading, singles)
    _duration(work, reading)
    _check_order(reading)


def _one_span(found: list[Said], work: Work) -> list[Said]:
    """« 2024-2025 et 2025-2026 »: ranges said one after the other are one, from the first start to the last end."""
    ranges = [s for s in found if s.part != "seule"]
    if [s.part for s in ranges] != ["debut", "fin", "debut", "fin"]:
        return found
    between = work.folded[ranges[1].end : ranges[2].start]
    return [s for s in found if s not in ranges[1:3]] if re.fullmatch(r"\s*(?:,|et|puis|,\s*et)\s*", between) else found


def _find(work: Work) -> list[Said]:
    found: list[Said] = []
    whole = work.folded
    for pattern in (_RANGE, _START, _END, _SINGLE):
        for match in list(pattern.finditer(work.folded)):
            if pattern is _SINGLE and _not_the_action(work, match, whole):
                continue
            if pattern is _RANGE and (not _is_range(match) or _every_year(match, whole)):
                continue
            for group, part in (("a", "seule" if pattern is _SINGLE else "debut"), ("b", "fin")):
                if match.groupdict().get(group):
                    words = _with_fin(work, match, group) + tidy(
                        re.sub(r"^(?:la|le|l')\s*", "", work.text[match.start(group) : match.end(group)])
                    )
                    found.append(Said(part, words, match.start(), match.end()))
            work.strike(match.start(), match.end())
    return sorted(found, key=lambda s: s.start)


def _with_fin(work: Work, match: re.Match[str], group: str) -> str:
    """« bilan fin 2026 »: « fin » before a year alone is part of the date."""
    bare = group == "b" and re.fullmatch(r"(?:19|20)\d\d", match[group])
    return "fin " if bare and re.search(r"\bfin $", work.folded[: match.start(group)]) else ""


def _every_year(match: re.Match[str], whole: str) -> bool:
    """« de mai à octobre, 2022 à 2024 »: months of each year, when another range gives the years."""
    dated = re.search(rf"{_YEAR}|rentree|prochain|\d", match[0])
    return not dated and any(m.start() != match.start() and re.search(_YEAR, m[0]) for m in _RANGE.finditer(whole))


def _is_range(match: re.Match[str]) -> bool:
    """Two moments of the action: not « en mars et en 2025 », nor the years of a convention."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if re.search(
        r"\b(?:ctg|conventions?(?: territoriale globale)?|contrat|diagnostic|pedt|schema)(?: [\w-]+)?\s*\(?$", before
    ):
        return False
    if re.fullmatch(r"\d{1,2}(?:er)?", match["a"]):
        return True
    listed = re.match(r"(?:calendrier|dates?|periode|echeances?)\b", match[0])
    return not (" et " in match[0] and "entre" not in match[0] and not listed)


def _not_the_action(work: Work, match: re.Match[str], whole: str) -> bool:
    """Whether a lone date tells of the past, of a document or of one step, or is a bare month name."""
    start = next((a for a, b in work.sentences() if a <= match.start() < b), 0)
    start = max(start, work.folded.rfind(";", start, match.start()) + 1)
    if not _PLANNED.search(whole[: match.end()]) and _PAST.search(work.folded[start : match.end()]):
        return True
    end = next((b for a, b in work.sentences() if a <= match.start() < b), match.end())
    if re.search(r"\b(?:puis|ensuite|d'abord|dans un premier temps)\b", work.folded[start:end]):
        return True
    return not re.search(rf"{_YEAR}|rentree|prochain", match[0])


_PLANNED = re.compile(
    r"(?:^|[.\n])\s*[-•*]?\s*(?:calendrier|echeancier|echeances?|planning|periode|dates?)\s*:[^.\n]*$"
)
"""Whether a date stands after the label of a calendar."""


def _has(reading: Reading, part: str) -> bool:
    return bool(reading.texts(f"echeances.{part}"))


def _put(reading: Reading, part: str, words: str, raison: str = "", *, sure: bool = True) -> None:
    known = reading.texts(f"echeances.{part}")
    name = "début" if part == "debut" else "fin"
    if known and known[0].casefold() != words.casefold():
        reading.alertes.append(f"Deux dates de {name} sont données : « {known[0]} » et « {words} ». Laquelle retenir ?")
    reading.state(f"echeances.{part}", words, raison, sure=sure)


def _single(reading: Reading, singles: list[Said]) -> None:
    """A lone date: a year or a day is taken for the whole action, to confirm; a month is its start."""
    first, last = singles[0].words, singles[-1].words
    whole = bool(re.fullmatch(rf"(?:l'ann[ée]e )?{_YEAR}|\d{{1,2}}(?:er)? \w+ {_YEAR}|\d+/\d+/{_YEAR}", first))
    reason = (
        "une seule date est donnée : à confirmer"
        if first == last
        else "première et dernière dates citées : à confirmer"
    )
    _put(reading, "debut", first, "" if not whole and first == last else reason, sure=not whole and first == last)
    if not _has(reading, "fin") and (whole or first != last):
        _put(reading, "fin", last, reason, sure=False)
        reading.questions.append(
            f"J'ai compris que l'action commence ({first}) et finit ({last}) ainsi : est-ce bien cela ?"
        )


def _duration(work: Work, reading: Reading) -> None:
    match = _DURATION.search(work.folded) or _LONE_DURATION.search(work.folded)
    if not match:
        return
    words = tidy(work.text[match.start("n") : match.end("u")])
    work.strike(match.start(), match.end())
    if _has(reading, "fin"):
        reading.state("description", f"Durée annoncée : {words}", "durée donnée par la demande")
        return
    _put(
        reading,
        "fin",
        f"au bout de {words.lower()}",
        "une durée est donnée, pas une date de fin : à confirmer",
        sure=False,
    )
    start = next(iter(reading.texts("echeances.debut")), "")
    after = f" à partir de {start}" if start else ""
    reading.questions.append(f"L'action dure {words}{after} : quelle est la date de fin (mois ou année) ?")


def _check_order(reading: Reading) -> None:
    """Complete a first month without a year from the end, and tell an end that comes before its start."""
    starts, ends = reading.texts("echeances.debut"), reading.texts("echeances.fin")
    if not (starts and ends):
        return
    start, end = complete(starts[0], ends[0]), ends[0]
    if start != starts[0]:
        _replace(reading, starts[0], start)
    first, last = moment(start), moment(end)
    if first and last and last.last < first.first:
        reading.alertes.append(
            f"La fin ({end}) vient avant le début ({start}) : je garde les deux dates telles "
            "quelles. Laquelle faut-il corriger ?"
        )


def complete(start: str, end: str) -> str:
    """A start given as a month alone, with the year of the end when the order allows it."""
    last = moment(end)
    if last and re.fullmatch(r"\d{1,2}(?:er)?", start):
        return f"{start} {re.sub(r'^.*?([a-zéû]+ (?:19|20)[0-9]{2})$', chr(92) + '1', end)}"
    month = re.sub(r"^(?:\d{1,2}(?:er)? |début |fin |mi-)", "", start.lower())
    from corpus.text.folding import fold

    if last is None or moment(start) or fold(month) not in MONTHS:
        return start
    return f"{start} {last.year}" if MONTHS.index(fold(month)) + 1 <= last.first.month else start


def _replace(reading: Reading, old: str, new: str) -> None:
    for index, statement in enumerate(reading.statements):
        if statement.champ == "echeances.debut" and statement.valeur == old:
            reading.statements[index] = type(statement)(
                "echeances.debut", new, f"« {old} » : l'année est celle de la fin, à confirmer", sure=False
            )
