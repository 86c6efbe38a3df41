"""What a fiche action of a convention can be about, and what clearly is another matter."""

from __future__ import annotations

import re

_THEMES = (
    r"enfan\w+|jeun\w+|ados?|adolescen\w+|famil\w+|parent\w*|creche\w*|garde\w*|accueil\w*"
    r"|logement\w*|habitat\w*|habitant\w*"
    r"|mobilite\w*|sante|handicap\w*|numeriq\w+|socia\w+|senior\w*|agee?s?|aine?s|aidant\w*|emploi\w*|insertion"
    r"|associati\w+|benevol\w+|cultur\w+|sport\w*|scolarite|meridien|autopartage|partage\w*|scolaire\w*"
    r"|periscolaire\w*"
    r"|extrascolaire\w*|ecole\w*|college\w*|lycee\w*|velo\w*"
    r"|alimenta\w+|droits?|citoyen\w*|quartier\w*|rura\w+|isole\w*|isolement|violence\w*"
    r"|prevention|reseau\w*|animation\w*"
    r"|animateur\w*|laep|rpe|ram|mam|evs|avs|alsh|acm|eaje|ccas|cias|caf|msa|pmi|reaap|clas|ctg|bafa|mjc|pij|qpv|pedt"
    r"|assistante?s? maternel\w+|micro-creche\w*|multi-accueil\w*|ludotheque\w*|ludobus"
    r"|mediatheque\w*|jeux|jouets|repit|solidari\w+"
    r"|precari\w+|hebergement\w*|gens du voyage|intergeneration\w+|transport\w*|covoiturage|itineran\w+|guichet\w*"
    r"|observatoire|permanence\w*|decrochage|harcelement|ecrans?|lecture|vacances|mercredis?"
    r"|sejours?|soutien|ecoute|illettrisme|langue"
    r"|separation|naissance\w*|grossesse\w*|perinatal\w*|petite enfance|territo\w+"
    r"|partenaria\w*|coordination|gouvernance"
    r"|stages?|fetes?|festival\w*|musique|theatre|spectacle\w*|veillees?|ludique|entraide|solidaires?"
    r"|tiers-lieu\w*|jardin\w*|epicerie\w*|cafe\w*|bus|minibus|forum\w*|atelier\w*|publics?|vieillissement|demarches"
    r"|france services?|bien-etre|energetique|environnement|participation|conseil municipal"
    r"|metiers?|formation\w*|professionnel\w*"
)
THEME = re.compile(rf"\b(?:{_THEMES})\b")
"""Words of what such conventions deal with (folded)."""

FICHE = re.compile(
    r"\bfiches?\b|\b(?:avons|a|ont) pour projet\b|\bnotre (?:projet|action)\b|\bchefs? de file\b"
    r"|\b(?:nous|on) (?:souhaitons|souhaiterait|voulons|voudrions|envisageons|projetons)\b"
)
"""Words by which a message speaks of an action of its own."""
OTHER_FICHE = re.compile(
    r"\bfiche (?:de (?:paie|paye|lecture|cours|revision)|cuisine|produit|recette)\b|\bbulletin de (?:paie|salaire)\b"
)
OFF_TOPIC = re.compile(
    r"\b(?:poeme|poesie|blague|horoscope|meteo|quel temps|recette (?:de |du |d'|des )(?!fonctionnement)|tarte|gateau"
    r"|traduis|traduire|traduction|code (?:python|java\w*|html)|script python"
    r"|programme en python|lettre (?:de motivation|d'amour)"
    r"|slogan|publicitaire|petite annonce|curriculum|mon cv|resultat du match|match de foot|cours de (?:la"
    r" )?bourse|crypto\w*"
    r"|bitcoin|capitale (?:de|du|des)|resous|equation"
    r"|film|serie tele|chanson|roman|billet d'avion|hotel|reserve[rz]?[- ](?:moi|nous)"
    r"|impots? sur le revenu|declaration d'impots"
    r"|devoirs? de (?:maths?|francais)|mot de passe|compte[- ]rendu|courrier|discours|proces-verbal|cle api|prompt"
    r"|instructions? (?:precedentes?|systeme)|ignore (?:tes|les|toutes)"
    r"|oublie (?:tes|les|toutes)|contrat de travail|licenciement|mise en demeure|facture"
    r"|tirage du loto|piratage|pirater)\b"
)
QUESTION = re.compile(
    r"^\s*(?:(?:bonjour|bonsoir|salut)\W+)?(?:explique[rz]?[- ](?:moi|nous)|dis[- ]moi"
    r"|c'est quoi|combien|quels?|quelles?|qui\b|quand|ou est"
    r"|ou se|pourquoi|comment|est-ce que|qu'est-ce"
    r"|quoi|a quoi|que (?:dit|prevoit|contient))\b"
)
