"""Words that play a part of their own in a question: generic names, frames, fields asked for."""

from __future__ import annotations

import re

from corpus.text.french import STOP_WORDS, stem, stems

_SPOKEN = """
kesk kesque keske koi ki pk pkoi pr ds tt ss jms stp svp slt bjr alors bonjour merci voudrais voudrions aimerais
aimerions peux pouvez pouvons dois doit doivent faut faudrait ya esce cest cela ca quid oui sommes suis etes avons avez
ai as aura auront auraient soit dites dis connaitre savoir sais apres avant quelqu aupres pourrait pourront quoi ou
voici deja depui cote lequel laquelle lesquels lesquelles nb nbre cb passe
devient deviennent devenir soient serait seraient ait aient serais etait veut veulent va vont vais t
"""
_FRAMES = """
convention ctg territoire territorial fiche action document corpus prevoit prevoir prevu prevoient prevue parle parlent
evoque mentionne existe existent propose proposent envisage envisagent concerne concernant porte dit indique indiquer
obtenir trouver trouve trouvent lister liste listes listees donner donne citer cite combien nombre quels question
reponse exactement precisement actuellement texte passage selon sujet propos matiere cas chaque deux trois
intercommunalite intercommunalites conventions territoires globale fixe fixes fixees nomme appelle appelee mise place
mettre oeuvre mis annonce annoncee compte sert base comparer compare comparaison different differents difference
disent font fait faites mettent met agit agissent demande demandent souhaite souhaitent cherche donnent parler dire
idees idee continuer continue angle angles volet volets
contient contiennent comporte comportent
"""
_GENERIC = """
communaute communautes communes commune agglomeration agglo urbaine urbain syndicat mixte intercommunal intercommunale
intercommunaux territoire territoires pays metropole ville villes caisse allocations familiales caf region departement
departemental conseil convention territoriale globale cc ca cu cdc saint sainte nouvelle msa mutualite sociale agricole
president directeur directrice maire ecoles publiques etat prefet education nationale
"""

SPOKEN = frozenset(_SPOKEN.split())
"""Words of the spoken or hurried question, that no passage answers."""

FRAMES = frozenset(stem(word) for word in _FRAMES.split())
"""Stems that frame a question without saying what it is about; they count for little."""

GENERIC = STOP_WORDS | frozenset(_GENERIC.split())
"""Words of names that tell no territory from another."""

KINDS_OF_EPCI = (
    (("communaute", "urbaine"), "communaute urbaine"),
    (("agglomeration",), "agglomeration"),
    (("agglo",), "agglomeration"),
    (("communaute", "communes"), "communaute de communes"),
    (("metropole",), "metropole"),
    (("syndicat",), "syndicat"),
)
"""How a question may name the kind of a territory, as informative words, and how documents write it."""

_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("indicateurs", ("indicateur", "critère d'évaluation", "critères d'évaluation", "critère de réussite")),
    (
        "porteurs",
        ("chef de file", "chefs de file", "porteur", "pilote", "pilotage de la fiche", "associé au pilotage"),
    ),
    (
        "partenaires",
        ("partenaire", "coporteur", "co-porteur", "acteurs associés", "associés", "partenaires à associer"),
    ),
    ("public_cible", ("public cible", "public visé", "bénéficiaires", "publics visés")),
    ("echeances", ("échéance", "échéancier", "calendrier de l'action", "date de démarrage", "période de réalisation")),
    ("objectifs_operationnels", ("objectif opérationnel", "objectifs opérationnels", "objectif de l'action")),
    ("objectifs_strategiques", ("objectif stratégique", "objectifs stratégiques")),
    ("description", ("actions à mettre en place", "description de l'action", "étapes", "modalités de mise en œuvre")),
    ("besoins", ("besoins diagnostiqués", "constats", "besoin initial", "contexte de la fiche", "diagnostiqué")),
    ("moyens", ("moyens humains", "moyens financiers", "ressources à mobiliser", "moyens mobilisés")),
    ("effets_attendus", ("effets attendus", "résultats attendus", "effet attendu", "objectifs partagés")),
    ("groupe_projet", ("groupe projet",)),
    ("personnes_en_charge", ("personnes en charge", "coordonnées", "contact de l'action")),
    ("points_de_vigilance", ("point de vigilance", "points de vigilance", "vigilance")),
    ("budget", ("budget prévisionnel", "budget de l'action", "budget de la fiche")),
    ("lieu", ("lieu de l'action", "lieu et territoire")),
)

FIELDS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = tuple(
    (key, tuple(tuple(stems(phrase)) for phrase in phrases)) for key, phrases in _FIELDS
)
"""How a question names each field of the form, as stems; a plan has columns for the first ones."""

SPOKEN_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("porteurs", re.compile(r"\bqui (?:porte|pilote|s'en occupe|s'occupe|gere|anime|est responsable|se prononce)\b")),
    ("echeances", re.compile(r"\bquel (?:est le )?calendrier\b|\ba quelle echeance\b")),
    ("partenaires", re.compile(r"\bavec qui\b|\bqui (?:est|sont) associe\w*")),
    ("description", re.compile(r"\bpar quoi\b.{0,12}\bcommenc|\bcommence\w* par quoi|\bpremieres? etapes?\b")),
    ("indicateurs", re.compile(r"\bcomment (?:\w+ )?(?:mesur|evalu|verifi)\w+|\ba quoi (?:on )?verra")),
    ("besoins", re.compile(r"\bpourquoi cette (?:action|fiche)\b|\ba quels? besoins?\b")),
    ("public_cible", re.compile(r"\b(?:pour qui|a qui s'adresse|a qui est destine\w*)\b")),
)
"""The same in expressions made of small words, on folded text."""

BROAD = re.compile(
    r"\b(?:territoires|conventions|les ctg|chaque|chacune?s?|ctgs|collectivites|intercommunalites|agglos|communautes"
    r"|compar\w+|differen\w+|points communs|en commun|partout|ailleurs|toutes les"
    r"|un territoire a l'autre|qui (?:veut|veulent|prevoi\w+|envisage\w*|propose\w*)"
    r"|tous les territoires|les deux|les trois|qui en parle|lesquel\w*|quels? documents?)\b"
)
"""What makes a folded question ask about several territories."""

NATURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "chiffre",
        re.compile(r"\b(?:combien|quel(?:le)? (?:part|taux|montant|nombre|pourcentage|proportion|cout|budget)|taux d)"),
    ),
    (
        "date",
        re.compile(r"\b(?:quand|quelle date|dates? |depuis|a partir de quand|jusqu'a quand|quelle annee|duree)\b"),
    ),
    ("article", re.compile(r"\b(?:article|annexe|clause|juridique|tribunal|resili\w+|avenant|confidentialite|rgpd)\b")),
    ("plan", re.compile(r"\b(?:plan d'actions?|plan (?:de la|du|ctg)|chef de file|coporteur)\b")),
    ("fiche", re.compile(r"\bfiches?\b")),
    ("liste", re.compile(r"\b(?:quels|quelles|liste\w*|citer|enumer\w+|qui sont)\b")),
)
"""What a folded question asks for, the first that matches."""
