"""The words of messages that change a draft: names of fields, ranks, verbs (all folded)."""

from __future__ import annotations

import re

FIELD_NAMES: tuple[tuple[str, str], ...] = (
    ("objectifs_strategiques", r"(?:objectifs? strategiques?|orientations?|finalites?)"),
    ("objectifs_operationnels", r"(?:objectifs?(?: operationnels?)?)"),
    ("indicateurs", r"(?:indicateurs?(?: de reussite)?|criteres?(?: d'evaluation| de reussite)?)"),
    ("effets_attendus", r"(?:effets?(?: attendus?)?|resultats?(?: attendus?)?|impacts?)"),
    ("besoins", r"(?:besoins?|constats?|diagnostics?)"),
    ("points_de_vigilance", r"(?:points? (?:de vigilance|d'attention)|vigilances?|risques?)"),
    ("description", r"(?:etapes?|descriptions?|modalites?|deroulement|actions? a mener)"),
    ("moyens", r"(?:moyens?|ressources? a mobiliser)"),
    ("partenaires", r"(?:partenaires?|partenariats?)"),
    ("porteurs", r"(?:co-?porteurs?|co-?pilotes?|porteurs?|porteuses?|pilotes?|pilotage|portage|chefs? de file)"),
    (
        "personnes_en_charge",
        r"(?:personnes?(?: en charge)?|contacts?|responsables?|referente?s?|interlocut(?:eur|rice)s?)",
    ),
    ("public_cible", r"(?:publics?(?: cibles?| vises?)?|beneficiaires?)"),
    ("groupe_projet", r"(?:groupes?[- ]projets?(?: referents?)?|groupe referent|comite de suivi)"),
    ("echeances.debut", r"(?:dates? de (?:debut|demarrage)|debut|demarrage|lancement)"),
    ("echeances.fin", r"(?:dates? de fin|fin|echeance|cloture)"),
    ("lieu", r"(?:lieux?|territoires?|localisation)"),
    ("axe", r"(?:axes?|thematiques?)"),
    ("titre", r"(?:titres?|intitules?|nom de l'action)"),
    ("numero", r"(?:numeros?|n°)"),
    ("budget.produits", r"(?:recettes?|produits|financements?)"),
    ("budget.charges", r"(?:depenses?|charges?|couts?)"),
    ("budget", r"budget"),
)
FIELDS = tuple((champ, re.compile(rf"(?<![a-z]){pattern}(?![a-z])")) for champ, pattern in FIELD_NAMES)

_UNITS = {
    r"premiere?s?|1ere?s?|1re|1er|1e": 1,
    r"deuxiemes?|seconde?s?|2(?:e|eme|nde?|d)": 2,
    r"troisiemes?|3e(?:me)?": 3,
    r"quatriemes?|4e(?:me)?": 4,
    r"cinquiemes?|5e(?:me)?": 5,
    r"sixiemes?|6e(?:me)?": 6,
    r"septiemes?|7e(?:me)?": 7,
    r"huitiemes?|8e(?:me)?": 8,
    r"avant-derniere?": -2,
    r"derniere?s?": -1,
}
RANKS = tuple((re.compile(rf"(?<![a-z0-9-])(?:{pattern})(?![a-z0-9])"), rank) for pattern, rank in _UNITS.items())
COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "2": 2, "3": 3, "4": 4, "5": 5}
FIRST_FEW = re.compile(
    r"\b(?:(deux|trois|quatre|cinq|[2-5]) (premier|dernier)e?s?|(premier|dernier)e?s? (deux|trois|quatre|cinq))\b"
)
NUMBERS = re.compile(r"(?<![\w,.])(\d{1,2})(?![\w,.]\w|\d| ?(?:ans|mois|%|€|k€|euros|etp))")

_SOFT = (
    r"(?:(?:finalement|en fait|alors|donc|non|oui|ok|bon|et|puis|ensuite|aussi|plutot|stp|svp"
    r"|s'il te plait|s'il vous plait|tu peux|peux-tu|pouvez-vous|vous pouvez|merci de"
    r"|je voudrais|j'aimerais|je veux|il faut|faut|on va|on peut)[\s,:]+)*"
)
LEAD = re.compile(_SOFT)
ADD = re.compile(
    r"(?:r?ajoute[rz]?(?: moi)?|rajoute[rz]?|complete[rz]?|mets? aussi|mettez aussi"
    r"|ajout(?:er)? de|inscri(?:s|re|vez)|note[rz]? aussi|il y a aussi|il manque)\b"
)
REMOVE = re.compile(
    r"(?:enleve[rz]?|supprime[rz]?|retire[rz]?|efface[rz]?|ote[rz]?|vire[rz]?|vide[rz]?|sans"
    r"|pas de|plus de|elimine[rz]?|retranche[rz]?)\b"
)
REFUSE = re.compile(
    r"(?:refuse[rz]?|rejette[rz]?|rejeter|ecarte[rz]?|je ne (?:veux|garde|prends|retiens) pas"
    r"|(?:je )?(?:ne )?(?:veux|garde|prends|retiens) pas|non a|pas d'accord (?:pour|avec"
    r"|sur))\b"
)
ACCEPT = re.compile(
    r"(?:j'|je )?(?:accepte[rz]?|valide[rz]?|garde[rz]?|prends?|prenez|retiens|retenez"
    r"|conserve[rz]?|approuve[rz]?|ok (?:pour|sur|avec)|d'accord (?:pour|sur|avec)"
    r"|oui (?:pour|a)|va pour)\b"
)
ALL = re.compile(r"\b(?:tout|toutes? (?:les )?propositions?|l'ensemble|toute la fiche|tous)\b")
REPLACE = re.compile(
    r"(?:remplace[rz]?|reformule[rz]?|change[rz]?|modifie[rz]?|corrige[rz]?|transforme[rz]?"
    r"|reecri(?:s|re|vez)|renomme[rz]?|mets?|mettre|mettez|met[sz]?)\b"
)
BY = re.compile(r"\s+(?:par|en|avec|pour)\s+|\s*(?::|=|->|→)\s*|\s+devient\s+|,\s*(?:plutot|mets|mettre)\s+")
MOVE = re.compile(r"(?:mets?|mettre|mettez|deplace[rz]?|passe[rz]?|remonte[rz]?|descends?)\b")
TO_RANK = re.compile(
    r"\s+(?:en|a la|au|a)\s+(?:position |place |rang )?(?P<r>premiere?|deuxieme|seconde?"
    r"|troisieme|quatrieme|derniere?|1er|\d{1,2}e?)(?: (?:position|place|rang))?\W*$"
    r"|\s+(?P<t>tout en haut|en haut|au debut|en tete|a la fin|en bas)\W*$"
)
UNDO = re.compile(
    r"^\W*(?:non[, ]+)?(?:annule[rz]?(?: (?:ca|cela|tout ca|le dernier changement"
    r"|la derniere modification))?|defai(?:s|re)|reviens? en arriere|retour(?: en)? arriere"
    r"|undo|ctrl z|oublie (?:ca|cela))\W*$"
)
UNDO_FIELD = re.compile(r"^\W*(?:annule[rz]?|remets?|retabli(?:s|r)|defai(?:s|re))\s+(?P<what>.+)$")
UNKNOWN = re.compile(
    r"(?:(?:je|on) (?:ne )?(?:le |la )?sai[st] pas|nous ne (?:le |la )?savons pas|j'(?:en )?sais rien|jsp|aucune idee"
    r"|je n'ai pas (?:encore )?(?:cette info|l'info|d'idee|la reponse|cette information|encore decide)"
    r"|pas encore (?:decide|connu|defini)|on verra|a voir|plus tard|sais pas"
    r"|je ne connais pas)"
)
YES = re.compile(
    r"^\W*(?:oui|ouais|exact(?:ement)?|c'est (?:bien )?(?:ca|cela|exact|juste|bon)"
    r"|tout a fait|je confirme|confirme|parfait|oui oui|correct|ok"
    r"|d'accord)(?:[\s,.!]+(?:c'est (?:bien )?(?:ca|cela|exact|juste|bon)|je confirme|merci"
    r"|exact(?:ement)?|tout a fait|parfait|oui))*\W*$"
)
CLAUSE = re.compile(
    r"(?:\s*;\s*|\.\s+|,\s*(?:et\s+|puis\s+)?|\s+et\s+(?:aussi\s+|puis\s+)?|\s+puis\s+)"
    r"(?=(?:r?ajoute|enleve|supprime|retire|efface|ote|remplace|reformule|change[rz]?|modifie"
    r"|accepte|valide|refuse|rejette|garde|mets? (?:le|la|les|l')|annule|fin (?:en|:)"
    r"|debut (?:en|:)|porteurs? ?:|le (?:porteur|lieu|public|titre|debut|numero)\b|la fin\b"
    r"|public ?:|lieu ?:|titre ?:))"
)
