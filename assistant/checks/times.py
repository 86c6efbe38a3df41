"""Days of the week and what things are counted by (« par mois », « chaque semestre »): found in the sources or not."""

from __future__ import annotations

import re

from corpus.text.folding import words

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_UNITS: dict[str, tuple[str, ...]] = {
    "jour": ("jour", "journ", "quotidien"),
    "semaine": ("semaine", "hebdo"),
    "mois": ("mois", "mensuel", "mensual"),
    "trimestre": ("trimestr", "trois mois"),
    "semestre": ("semestr", "six mois", "deux fois par an", "deux fois l an"),
    "an": ("an ", "ans ", "annee", "annuel"),
}
_PLAIN = frozenset({"jour", "semaine", "mois", "an ", "ans ", "annee"})
"""Forms that are durations as well."""
_RHYTHM = re.compile(
    r" (?:par|chaque|tous les|toutes les)(?: (?:deux|trois|quatre|six|\d+))? "
    r"(jour|journee|semaine|mois|trimestre|semestre|an|annee)s?(?= )"
)


def times_missing(text: str, ground: str) -> list[str]:
    """The days and rhythms of a text that folded sources do not hold; « tous les jours » stands for any day."""
    folded = f" {' '.join(words(text))} "
    missing = [day for day in _DAYS if re.search(rf" {day}s? ", folded) and day not in ground]
    for match in _RHYTHM.finditer(folded):
        unit = {"journee": "jour", "annee": "an"}.get(match[1], match[1])
        if not any(_stated(form, ground) for form in _UNITS[unit]):
            missing.append(match[0].strip())
    return missing


def _stated(form: str, ground: str) -> bool:
    """Whether a rhythm is stated: a unit alone (« un préavis de trois mois ») is a duration."""
    if form in _PLAIN:
        pattern = rf" (?:par|chaque|tous les|toutes les|l|le|la|au|\d+)(?: \w+)?(?: \w+)? {form.strip()}s? "
        return bool(re.search(pattern, ground))
    return f" {form}" in ground
