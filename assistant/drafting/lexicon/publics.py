"""Who an action is for: the nouns that name a public and the ways an age is written."""

from __future__ import annotations

import re

_NOUNS = (
    r"enfants?|jeunes?(?: adultes| parents| filles| femmes| hommes)?|jeune public|tout-petits"
    r"|tous petits|bebes?|adolescente?s?|ados?|pre-?ados?"
    r"|familles?|(?:futurs )?parents?|grand public|tout public|adultes|exploitants(?: agricoles)?|commercants|artisans"
    r"|arrivants|refugies|migrants|victimes|chomeurs|patients|malades|residents|riverains|voisins|nourrissons|fratries"
    r"|mamans|papas|proches|conjoints|stagiaires|detenus|sans-abri|meres|peres|grands-parents"
    r"|assistant(?:e?s)? maternel(?:le)?s?|seniors?|aines?"
    r"|retraites?|personnes?|publics?|habitante?s?|femmes|hommes|etudiante?s?|collegien(?:ne)?s?|lyceen(?:ne)?s?"
    r"|eleves"
    r"|aidants?(?: familiaux)?|allocataires|usagers|benevoles|demandeurs d'emploi|salaries|couples|locataires"
    r"|professionnel(?:le)?s|gens du voyage|travailleurs saisonniers|saisonniers|apprentis|elus|citoyens|mineurs"
    r"|(?:cp|ce1|ce2|cm1|cm2|6e|5e|4e|3e|grande section|cycle \d)(?![\w'])|ecoliers?|agents?(?: d'accueil)?"
    r"|encadrants?|secretaires|population|menages|beneficiaires|animateurs|animatrices|proprietaires|enseignants"
    r"|agriculteurs|moins de \d+ ans"
    r"|plus de \d+ ans|\d{1,2}\s*(?:-|/|a)\s*\d{1,2} (?:ans|mois)"
)
NOUN = re.compile(rf"\b(?:{_NOUNS})\b")
LEAD = re.compile(
    r"(?:\b(?:pour|aupres|vers|a destination|en direction|a l'attention|au benefice|en faveur|"
    r"toucher|cibler|viser|destinee?s?|reservee?s?|ouverte?s?|adressee?s?|dediee?s?|s'adresse(?:nt)?|s'adressant)\b)"
    r"(?:\s+(?:a|de|pour)\b)?\s*(?:(?:a )?tou(?:te)?s (?:les )?|tout les |l'ensemble des |les |des |d'"
    r"|aux? |la |le |l'|du |de |une? )?(?:\d+ (?=[a-z]))?"
)
_COUNTED = (
    r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit"
    r"|dix-neuf|vingt(?:[ -](?:et[ -]un|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente|quarante|cinquante"
    r"|soixante(?:[ -]dix|[ -]quinze|[ -]cinq)?|quatre[ -]vingts?|zero)"
)
AGE = re.compile(
    r"\b(?:(?:de|des|ages? de|agees? de|entre)\s+)*(?P<a>\d{1,3})\s*(?:ans|mois)?\s*(?:-|/|–"
    r"|a|et)\s*(?P<b>\d{1,3})\s*(?:ans|mois)\b"
    rf"|\b(?:(?:de|des|ages? de|agees? de|entre)\s+)*{_COUNTED}(?: ans| mois)?\s+(?:a|et)\s+{_COUNTED} (?:ans|mois)\b"
    rf"|\b(?:de |des |ages? de |agees? de )?(?:moins|plus) de {_COUNTED} (?:ans|mois)\b"
    r"|\b(?:de |des |ages? de |agees? de )?(?:moins|plus) de (?P<c>\d{1,3}) (?:ans|mois)\b"
    r"|\b(?:ages? de |agees? de |a partir de |des )?(?P<d>\d{1,3}) ans(?: et (?:plus|moins))?\b"
)
SPOKEN_AGE = re.compile(r"\b(\d{1,2})[ /](\d{1,2})(?= ?(?:ans|mois)\b)")
"""Two ages with only a space between them, as typed in haste (« 16 25 ans »)."""
