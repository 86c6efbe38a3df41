"""The words that announce a field in a request: labels, verbs and turns of phrase, as patterns on folded text."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.publics import NOUN
from assistant.drafting.reading.text import WALL

_IS = r"\s*(?:[:=]|(?:c'est|ce sera|est|sont|sera|serait|seront)\b)?\s*"

_OF_ACTION = (
    r"de l'action|du projet|de la fiche|principal(?:e|es|aux)?|pressentie?s?|envisagee?s?"
    r"|partagee?s?(?: entre)?|a (?:confirmer|definir|preciser)(?: entre)?|conjointe?(?: entre)?"
    r"|mutualisee?s?(?: entre)?|prevue?s?|locaux|locales?|communs?"
    r"|des (?:deux|trois)"
)

_PLEASE = rf"(?:(?:{_OF_ACTION})(?![a-z]))?"

_COUNTED = (
    r"(?:le |la |les |l'|d'abord )?(?:nombre|nb\b|taux|part\b|proportion|evolution|satisfaction|frequentation|assiduite"
    r"|pourcentage|delais?\b)"
)
"""What indicators count."""

_TABLE: tuple[tuple[str, str], ...] = (
    (
        "titre",
        (
            r"(?:une )?(?:fiche(?:[ -]actions?)? )?(?:intitulee?s?|denommee?s?|qui s'appelle(?:rait"
            r"|ra)?|baptisee?s?)\s*:?\s*"
        ),
    ),
    (
        "titre",
        (
            r"(?:(?:titre|intitule|nom|libelle)(?: (?:de l'action|du projet|de la fiche))?|action|projet|dispositif"
            r")\s*[:=]\s*"
        ),
    ),
    ("objet", r"(?:objet|sujet)\s*[:=]\s*"),
    ("axe", r"(?:thematique(?:/axe)?|axe(?: de la convention| strategique)?)\s*(?:n°\s*)?(?:\d+\s*)?[:=]\s*"),
    ("numero", r"(?:numero(?: de (?:la )?fiche)?|fiche n°|n°)\s*:?\s*(?=\d)"),
    (
        "copilotes",
        (
            r"(?:en )?(?:co-?pilot(?:e|es|age|ee?s?)|co-?port(?:eur|eurs|euse|age"
            rf"|ee?s?))(?![a-z])\s*{_PLEASE}(?:\s*(?:par|avec|entre|de))?{_IS}"
        ),
    ),
    (
        "porteurs",
        (
            r"(?:(?:l'action|le projet|elle|il|ce projet|cette action) (?:est|sera|serait) |(?:une "
            r"|l')?action |(?:un |le )?(?:projet|dispositif) |et )?(?:portee?s?|pilotee?s?|menee?s?"
            r"|conduite?s?|geree?s?|coordonnee?s?|animee?s?|assuree?s?|organisee?s?"
            r"|mise? en oe?uvre) (?:conjointement |a la fois |principalement )?par\s+"
        ),
    ),
    (
        "porteurs",
        (
            r"(?:les? |la )?(?:porteu(?:rs?|ses?)|structures? porteuses?|portage|pilotes?|pilotage"
            r"|chefs? de file|gestionnaires?|organisat(?:eur|rice)s?|operateurs?|(?<!autres )structures?|maitres? d'"
            r"(?:ouvrage|oe?uvre)|maitrise d'ouvrage|qui porte"
            rf"|responsable)\s*{_PLEASE}(?:\s*(?:est |sera |serait )?(?:assuree?s? "
            rf"|confiee?s? )?(?:par|a)\b)?{_IS}"
        ),
    ),
    (
        "porteurs",
        r"(?:la structure|le porteur|notre structure) s'appelle(?:ra)?\s+|(?=l'association s'appelle)",
    ),
    (
        "idee",
        (
            r"(?:l'idee|notre idee|mon idee|la proposition|notre proposition|l'objet|le principe)\s*"
            r"(?:(?:est|serait|sera|etait|c'est|ce serait)\s*(?:donc |bien )?|:\s*)(?:de |d'|que |qu')?(?=\w)"
        ),
    ),
    ("titre", r"(?:notre|mon) (?:idee|projet|proposition|action)\s*:\s*(?=une? |creer|ouvrir|le |la |l'|des )"),
    ("description", r"(?:les )?actions(?: prevues| envisagees| a mener)?\s*:\s*"),
    (
        "partenaires",
        (
            r"(?:elle|il|l'action|le projet|ce projet|cette action) (?:associe(?:ra)?|mobilise(?:ra)?"
            r"|implique(?:ra)?|reuni"
            r"(?:t|ra))\s+"
            r"|(?:(?:a|y|et) )?(?:(?:sont|seront|seraient|serait|sera) (?:aussi |egalement |notamment )?)?"
            r"(?:associe|mobilise|implique|sollicite|convie|partie prenante|partenaire|invite)e?s?\s*:\s*"
            r"|(?:(?<=^)|(?<=[.;\n]\s)|(?<=[.;\n])|(?<=[¶,]\s))(?:y )?(?:sont|seront|seraient|serait|sera) "
            r"(?:aussi |egalement |notamment )?(?:associe|mobilise|implique|sollicite|convie|partenaire|invite)e?s?\s+"
            r"(?:a l'action |au projet |a (?:participer|contribuer|s'associer|rejoindre le projet) |aussi "
            r"|egalement |notamment )?"
            r"(?=(?:la |le |les |l'|des |un|nos |tou"
            r"|[a-z]{3,6}\b))"
            r"|(?:y )?(?:participer(?:ont|a|aient)|contribuer(?:ont|a)|interviendr(?:ont|a)|prendront part)"
            r"(?: a l'action| au projet)?\s*:\s*"
            r"|(?:a |acteurs a |personnes a |structures a )(?:associer|mobiliser|impliquer|solliciter|convier)\s*:\s*"
            r"|(?:on|nous|ils|elles|qui) (?:s'appuier(?:a|ons)|s'appuie|nous appuyons|nous appuierons|compte"
            r"|comptons|comptent) sur\s+"
            r"(?=(?:la |le |les |l'|nos )?[a-z])|(?:en )?s'appuyant sur\s+"
            r"|conjointement avec\s+"
            r"|(?:(?<=^)|(?<=[.;\n]\s)|(?<=[.;\n])|(?<=¶\s))(?:y )?(?:associer|mobiliser|impliquer|solliciter|convier)"
            r"(?: aussi| egalement)?\s+(?=(?:la |le |les |l'|des ))"
            r"|(?:(?<=^)|(?<=[.;\n]\s)|(?<=[.;\n])|(?<=¶\s))(?:co-?)?financements?(?: par)?\s+(?=[a-z])"
            r"(?![^.;\n]*\d{3})"
            r"|(?:(?<=^)|(?<=[.;\n]\s)|(?<=[.;\n])|(?<=¶\s))(?:avec )?(?:le |l')?(?:soutien|appui|concours|aide"
            r"|participation"
            r"|partenariat|collaboration|cooperation|implication)(?: (?:technique|financiere?|logistique|active))? "
            r"(?:attendue? |prevue? |souhaitee? )?(?:d(?:e la |e l'|es |u |e |')|avec )(?=[a-z])"
            r"|(?:co-?)?(?:financements?|subventions?|soutiens?(?: financiers?)?) (?:demande|sollicite|attendu"
            r"|prevu)e?s? "
            r"(?:aupres d(?:e |u |es )|(?=aux? |a ))"
            r"|(?:et )?(?:(?:est|sera|serait) )?(?:(?:co-?)?finance|soutenu|subventionne|accompagne|appuye)e?s? par\s+"
            r"|co-?(?:anime|organise|construit)e?s? (?:avec|par)\s+"
            r"|avec (?:l'appui|le soutien|l'aide|le concours|la participation) d'(?=une? )"
        ),
    ),
    (
        "partenaires",
        r"(?:les |nos )?(?:co-?)?financeurs?(?: pressentis?| sollicites?| potentiels?| envisages?| prevus?)?\s*[:=]\s*",
    ),
    (
        "porteurs",
        (
            r"(?:a l'initiative d[eu]s?|sous (?:la responsabilite|l'egide|le pilotage"
            r"|la houlette) d[eu]s?|sous pilotage)\s+"
        ),
    ),
    (
        "partenaires",
        (
            r"(?:les |nos |comme |en )?partenaires?\s*(?:a (?:associer|mobiliser)|associes?"
            rf"|{_OF_ACTION})?{_IS}"
        ),
    ),
    (
        "partenaires",
        (
            r"(?:et )?(?:en )?(?:(?:lien|partenariat|cooperation|collaboration|coordination"
            r"|articulation|concertation)(?: etroite?)? avec|associant|mobilisant|impliquant"
            r"|(?:on|nous) y associe(?:ra|ns|rons|ons)?|en y associant|on associe(?:ra)?|nous associons|nous"
            r" associerons|y associer"
            r"|avec (?:l'appui|le soutien|l'aide|le concours|la participation|la collaboration"
            r"|le partenariat) (?:technique |financiere? )?d[eu]s?|avec (?:comme |pour )partenaires?"
            r"|aux cotes d[eu]s?|grace a|on travaille(?:ra)? avec|acteurs associes\s*:?"
            r"|ensemble avec)\s+"
        ),
    ),
    ("avec", r"avec\s+"),
    ("par", r"par\s+(?=(?:la|le|les|un|une)\s|l')"),
    (
        "public_cible",
        (
            r"(?:le |notre )?(?:public(?:s)?(?: cibles?| vises?| concernes?)?|beneficiaires?"
            r"|cibles?(?: prioritaires?| principales?)?)\s*(?::|=|ce sont|ce sera|c'est|est|sont|sera"
            r"|seront)\s*(?:surtout "
            r"|principalement )?|public(?:s)? (?:cibles?|vises?|concernes?)\s+|public\s+(?=(?:les |des )?"
            rf"(?:{NOUN.pattern}|\d))"
        ),
    ),
    (
        "public_cible",
        (
            r"(?:ca|cela|elle|il|l'action|le projet|le dispositif|on)\s+(?:concernera?(?:it)?|visera?(?:it)?|vise"
            r"|touchera?(?:it)?|touche|cible(?:ra)?|s'adresse(?:ra|rait)? (?:a |aux )"
            r"|est (?:destinee?|reservee?|ouverte?) (?:a |aux ))\s*"
            rf"(?=(?:tou(?:te)?s )?(?:les |des |la |le |l')?(?:\d+ |futurs |jeunes )?(?:{NOUN.pattern}))"
        ),
    ),
    (
        "lieu",
        (
            r"(?:le )?(?:lieux?(?: et territoires?)?(?: de l'action)?|territoires?(?: concernes?"
            r"| de l'action)?|localisation|secteur|zones?(?: geographiques?| d'intervention)?|perimetre"
            r"|implantation|ou)\s*[:=]\s*|(?<=, )lieu\s+(?=[a-z])(?!d)|(?:l'action|le projet|elle|il"
            r"|ca) (?:se deroulera|se deroule|aura lieu|se tiendra|se passe(?:ra)?) (?=a |au |aux "
            r"|dans |sur |en )"
        ),
    ),
    (
        "groupe_projet",
        (
            r"(?:le )?(?:groupe[- ]projet(?: referent)?|groupe referent|instance de suivi"
            rf"|comite de suivi|suivi(?: assure)? par (?:le|la|un|une) (?=comite|groupe|cotech|copil|commission"
            rf"|instance)|groupe de travail)\s*{_IS}(?:le |la |l'|un "
            r"|une )?"
        ),
    ),
    ("objectifs_strategiques", rf"(?:l'|les |nos )?objectifs? strategiques?{_IS}(?:de |d')?"),
    (
        "objectifs_operationnels",
        (
            r"(?:(?:(?:l'|les |nos |son |avec (?:un |comme )?)?objectifs?(?: operationnels?| vises?"
            r"| poursuivis?)?|(?:le )?but|la finalite|l'ambition)\s*(?::|=|est|serait|sont|c'est"
            r"|sera)\s*(?:donc |bien )?|(?:l'|les |avec pour )objectifs?\s+(?=de |d'|\d))(?:de |d'|que )?|(?:qui "
            r"|elle |il |l'action |ce projet |le projet )?vis(?:e|era|ant) a\s+|il s'agit (?:de |d')(?!une? |la "
            r"|le |les |des |l'|du )"
        ),
    ),
    ("objectifs_operationnels", r"(?:afin|en vue) (?:de |d')|pour que\s+|dans le but (?:de |d')"),
    (
        "besoins",
        (
            r"(?:(?:nous avons|on a|il y a|j'ai)\s+(?:un |une |le |la )?(?:vrai |gros |reel )?(?:soucis?"
            r"|problemes?|constats?|difficultes?)\s*(?::|,|=)\s*"
            r"|(?:le |les |nos )?(?:besoins?(?: initial| initiaux)?(?: (?:identifies?|reperes?"
            r"|diagnostiques?))?|constats?|contexte|problemes?)\s*(?::|=|est|sont|c'est)\s*(?:que "
            r"|qu')?)"
        ),
    ),
    (
        "besoins",
        (
            r"(?:on|nous|car on|(?:le|notre) diagnostic(?: d[^,.:;]{2,30})?|l'abs|les chiffres|les donnees|l'enquete"
            r"|il)\s+"
            r"(?:a |avons )?(?:constat\w*|fait ressortir|montre|(?:est|sont) (?:clairs?|sans appel|nets?|parlants?)"
            r"\s*[:,]|indique|revele|pointe|dit que"
            r"|met en evidence|releve|observ\w+)\s*(?:que |qu'|un |une |l')?(?=\w)|(?:parce que"
            r"|parce qu'|car|vu que|suite (?:a|aux?)|face (?:a|aux?)|compte tenu d[eu]s?|devant)\s+(?=\w)"
            r"(?!(?:notre |nos |votre |vos |la |les |l'|une? )(?:derniere? )?(?:reunion|echange|rencontre|mail"
            r"|courriel|discussion"
            r"|conversation|entretien|rendez-vous|appel|comite|demande)s?\b)"
        ),
    ),
    (
        "besoins",
        (
            r"(?=il n'y a (?:pas|plus|aucun)|il y a (?:un manque|peu|trop|tres peu)|manque d"
            r"|absence d|trop peu d|il manque )"
        ),
    ),
    (
        "effets_attendus",
        (
            r"(?:les |l')?(?:effets?(?: attendus?)?|resultats? attendus?"
            r"|impacts?(?: attendus?)?)\s*(?::|=|sont|est)\s*|(?:on|nous) (?:attend(?:ons)?|espere"
            r"|esperons)\s+(?:que |qu')?"
        ),
    ),
    (
        "indicateurs",
        (
            r"(?:les |comme |l'|nos )?(?:indicateurs?(?: de (?:reussite|suivi"
            r"|resultat))?(?: d'evaluation)?|criteres? d'evaluation|criteres? de reussite"
            r"|evaluation)\s*(?::|=|sont|est|seront|sera)?\s*|(?:on|nous) (?:mesurer(?:a|ons|ait|ions)"
            r"|suivr(?:a|ons|ait|ions)|compter(?:a|ons|ait|ions)|evaluer(?:a|ons|ait|ions)"
            r"|regarder(?:a|ons|ait|ions))\s+"
            r"|(?:(?:il (?:faut|faudra|faudrait)|(?:on|nous) (?:souhait|voudr|pourr|dev|va|all|peut|veut|voul)\w*"
            r"|pour (?:l')?evaluer(?: l'action)?,? (?:on|nous) \w+|a|et|sera|seront)\s+)?"
            r"(?:suivre|mesurer|evaluer|compter|suivis?|mesures?|evalues?|comptes?|suivra|regarder)\s*:?\s+"
            rf"(?={_COUNTED})"
        ),
    ),
    (
        "moyens",
        (
            r"(?:les |nos )?ressources(?: humaines?| mobilisees?)?\s*:\s*|(?:les |nos |comme )?moyens?(?:"
            r" humains?| financiers?| materiels?| mobilises?"
            r"| a mobiliser| necessaires?| prevus?)*(?: et (?:humains|financiers|materiels))?\s*(?::"
            r"|=|sont)\s*|(?:il faut|il faudra(?:it)?|on a besoin d[e']|necessite|nous disposons d"
            r"|avec la mise a disposition d)\s*(?=(?:un |une |d'un |d'une |\d)?\s*(?:etp|poste|salle"
            r"|local|animat|mi-temps|vehicule|mater|agent|coordinat|0,|1 ))"
        ),
    ),
    (
        "moyens",
        (
            r"il (?:nous )?(?:faut|faudra(?:it)?) (?:aussi |egalement |prevoir |compter )?(?=(?:une?|des|deux|trois"
            r"|\d+|du|de la) )"
            r"(?!une? (?:nouvelle |belle )?(?:fiche|action|projet|lieu|espace))"
        ),
    ),
    (
        "description",
        (
            r"(?:les |principales )?(?:description(?: de l'action)?|descriptif|etapes(?: prevues)?"
            r"|deroulement|deroule|modalites|contenu|demarche|actions? a mettre en place"
            r"|mise en oe?uvre|concretement|au programme)\s*(?::|=|,|sont)\s*|(?:l'action"
            r"|le projet) (?:consiste(?:ra)? a|prevoit|comprend(?:ra)?|comporte)\s+"
            r"|(?:etapes|les etapes (?:sont |seront )?les suivantes)\s*:\s*"
            r"|(?:on|nous|il faudrait|il faudra|l'action|le projet) (?:commenc\w+|debut\w+|demarr\w+) par\s+"
            r"|prevoir\s+(?=\d|une? |des |le |la |les |l')|(?:on"
            r"|nous) (?:prevoit|prevoyons|proposer(?:a|ons)|organiser(?:a|ons)|fer(?:a|ons)) (?=des "
            r"|une? |le |la |les )"
        ),
    ),
    (
        "points_de_vigilance",
        (
            r"(?:les )?(?:points? (?:de vigilance|d'attention)|risques?|vigilance|attention)\s*(?::|="
            r"|a )\s*"
        ),
    ),
)

PATTERNS = tuple((champ, re.compile(rf"(?<![a-z0-9'{WALL}-])(?:{pattern})")) for champ, pattern in _TABLE)

AT_WALL = tuple((champ, re.compile(rf"(?<={WALL})(?:{pattern})")) for champ, pattern in _TABLE)
