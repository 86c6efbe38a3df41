"""Words that tell what a heading is; all folded (lower case, no accents)."""

from __future__ import annotations

import re

RUBRIQUES = re.compile(
    r"^(?:les? |la |l'|des |nos )?(?:"
    r"contexte|constats?|enjeux|besoins?|diagnosti[ck](?! (?:a|ont|met|fait)\b)|finalites?|"
    r"objecti?fs?|obijectifs?|buts?|"
    r"descripti(?:f|on)|contenu|modalites|mise en oeuvre|mises? en (?:oeuvre|osuvre|ceuvre|csuvre)|deroulement|"
    r"(?:premi\w+ )?etapes|actions? [a&@] |actions? (?:prealable|proposee|concrete)|"
    r"public|beneficiaires?|cible|lieux?\b|"
    r"territoire (?:concerne|de l'action)|partenaires?|partenariats?|acteurs?|principaux acteurs|pilot(?:e|age)|"
    r"porteurs?|maitre d'ouvrage|chef de file|groupe projet|moyens|ressources|budget|financements?|"
    r"plan de financement|effets? attendus?|resultats? attendus?|impacts? attendus?|plus-value|indicateurs?|"
    r"criteres?|evaluation|suivi|points? de vigilance|freins?|leviers?|echeanc\w*|calendrier|periode|duree|"
    r"planning|nom et coordonnees|intitule|composition|role|missions?|"
    r"axes?(?= ?:)|quoi|qui|ou|quand|comment|combien|pourquoi|pour qui|avec qui|strategiques?|operationnels?"
    r")s?\b"
)
"""Headings that fiches share: the rubriques of a form, whatever their exact wording."""

INSTANCE = re.compile(
    r"\b(?:comites?|copil|cotech|costrat|instances?|commissions?|groupes? de travail|gouvernance|cellule de)\b"
)
DIAGNOSTIC = re.compile(r"\b(?:diagnostics?|portrait|constats|profil du territoire|etat des lieux)\b")
PLAN = re.compile(r"\bplans? d\s?'?\s?actions?\b")
CHARTE = re.compile(r"^(?:la )?(?:charte|chartre)\b")
REGULATION = re.compile(r"^(?:statuts|arrete|deliberation|reglement|avenant)\b")

VERBAL = re.compile(
    r"\b(?:est|sont|ont|peut|peuvent|doit|doivent|figurent?|concernent?|suivants?|suivantes?|reposent?|"
    r"permet|permettent|propose|convient|poursuit|regroupe|comprend|assure|exerce|"
    r"a (?:ete|mis|fait|permis|pour|souhaite|retenu|decide\w*|ensuite|egalement)|\w{2,}(?:ra|ront|ait|aient))\b"
)
"""A conjugated verb: the line is a sentence that introduces a list rather than a heading."""

_CONNECTORS = """
a ainsi alors apres au aussi avec afin car ce ceci cela ces cet cette ci comme dans de des dont du d elle
elles en et il ils le-cas-echeant mais ni on or ou par pour-rappel puis que qui sans selon si soit son sur
tout depuis des chaque lors
"""
CONNECTORS = frozenset(_CONNECTORS.split())
"""First words of lines that continue a text; a line that starts so is not a heading of its own."""

INFINITIVE = re.compile(r"^(?:re|s'|se |\(re\)\s?)?\w{2,}(?:er|ir|re|oir)\b")
"""A first word in the infinitive: an objective or a step, seldom a heading without a label."""

_INFINITIVE_LIKE = """
premier premiere dernier cahier calendrier atelier ateliers chantier dossier foyer quartier metier metiers
cadre titre autre autres entre membre ordre centre maitre mesure nature culture charte lettre registre
territoire sommaire partenaire annuaire horaire loisir avenir devoir espoir pouvoir contre nombre chiffre leur
leurs hiver hier papier courrier levier theatre semestre trimestre offre structure lecture ouverture
couverture tarif elementaire primaire secondaire scolaire voir plenier infirmier particulier
"""
INFINITIVE_LIKE = frozenset(_INFINITIVE_LIKE.split())
"""Nouns and adjectives that end as an infinitive does."""
