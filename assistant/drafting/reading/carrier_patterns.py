"""Turns of phrase that say who does what: « c'est X qui porte », « X pilote », « X finance » (on folded text)."""

from __future__ import annotations

import re

WHO_CARRIES = re.compile(
    r"(?<![a-z])(?:c'est|ce sera|ce serait|ce sont)\s+(?:bien |donc |plutot "
    r"|surement )?(?P<who>(?:(?!\bc'est\b|\bce sera\b)[^.;?!¶\n]){2,90}?)\s+qui\s+(?:va |vont |devrait |doit "
    r"|veut )?(?:[a-z]+ et (?:qui )?)?"
    r"(?:(?:sera|est|serait) (?:le |la |l'|les )?)?(?:l[ae']\s?)?(?:porteu(?:r|se)|chefs? de file|structure"
    r" porteuse|responsable|port|pilot|men[et]|gere|gerer|conduit|coordonn|anim|s'en occup|s'occup"
    r"|fai[ts]|dirig|organis)\w*(?:\s+(?:le projet|l'action|ca|cela|le tout|l'ensemble))?"
)


CARRIES = re.compile(
    r"(?:(?<=^)|(?<=[.,;:?!\n¶]\s)|(?<=[.,;:?!\n¶])|(?<=\bet ))[\s,]*(?P<who>(?:la |le |les |l'"
    r"|notre |une? )?[^\s.,;:?!¶\n][^.,;:?!¶\n]{1,60}?)[ ]+"
    r"(?:l[ae]s? |l')?(?:port(?:e|era|erait|eraient|ent|eront|erons)|pilot(?:e|era|erait|eraient|ent|eront)"
    r"|coordonn(?:e|era|erait|eraient"
    r"|ent))\s*(?:l'action|le projet|la demarche|ce projet|cette action|ca|cela|le tout"
    r"|l'ensemble|(?=[.,;¶\n]|$)|(?=\s+(?:avec|en lien|en partenariat|aux cotes)\b))"
)


IS_CARRIER = re.compile(
    r"(?:(?<=^)|(?<=[.,;?!\n¶]\s)|(?<=[.,;?!\n¶]))[\s,]*(?P<who>(?:la |le |les |l'|notre "
    r"|une? )?[^\s.,;?!¶\n][^.,;?!¶\n]{1,60}?)[ ]+"
    r"(?:(?:(?:en )?(?:est|sera|serait|sont|seront)|comme|en tant que)\s+)?(?:le |la |les |l')?(?:porteu(?:r|se)s?"
    r"(?!\s*:)|pilotes?(?!(?: de l'action| du projet)?\s*:)"
    r"|chefs? de file|structure porteuse|employeu(?:r|se)|maitre d'ouvrage)(?=\s*(?:[.,;¶\n]|$|et\b)"
    r"|\s+(?:de l'action|du projet))(?:\s+(?:de"
    r" l'action|du projet))?"
)


CO_CARRIER = re.compile(
    r"(?:(?<=^)|(?<=[.,;?!\n¶]\s)|(?<=[.,;?!\n¶]))[\s,]*(?P<who>(?:la |le |les |l'|notre "
    r"|une? )?[^\s.,;:?!¶\n][^.,;:?!¶\n]{1,60}?)[ ]+"
    r"(?:(?:(?:en )?(?:est|sera|serait|sont|seront)|(?:nous )?(?:suit|suivra|vient|viendra"
    r"|intervient|interviendra|participe|participera|s'associe))\s+)?(?:en tant que |comme |au titre de )?(?:le "
    r"|la |les )?(?:co-?porteu(?:r|se)s?"
    r"|co-?pilotes?)(?=\s*(?:[.,;¶\n]|$))"
)


CO_CARRY = re.compile(
    r"(?:(?<=^)|(?<=[.;:\n¶]\s)|(?<=[.;:\n¶]))[\s,]*(?P<who>(?:la |le |les |l'|notre )?[^\s.;:¶\n][^.;:¶\n]{1,90}?)[ ]+"
    r"(?:l[ae]s? |l')?(?:co-?(?:pilot|port|gere|coordonn|anim)|(?:vont |veulent |souhaitent )?(?:port|pilot)(?=\w* "
    r"(?:ensemble|conjointement|a deux|toutes? les deux|tous les deux)))(?:e|ent|eront|eraient|er|erons|ons)\b"
    r"(?:\s+(?:ensemble|conjointement|a deux|toutes les deux|tous les deux))?"
    r"(?:\s+(?:l'action|le projet|cette action|ce projet|la demarche))?(?=\s*(?:[.,;¶\n]|$|avec\b|en ))"
)
"""« X et Y copilotent l'action », « X et Y portent ensemble le projet »."""


WITH_CO_CARRIER = re.compile(
    r"\bavec\s+(?P<who>[^.;:¶\n]{2,80}?)\s+(?:comme|en tant que|en qualite de|pour|en)\s+(?:co-?porteu(?:r|se)s?"
    r"|co-?pilotes?|copilotage|coportage|co-portage|co-pilotage)\b"
)
"""« avec X comme copilote »."""


FINANCES = re.compile(
    r"(?:(?<=^)|(?<=[.,;?!\n¶]\s)|(?<=[.,;?!\n¶]))[\s,]*(?P<who>(?:la |le |les |l'|notre "
    r"|une? )?[^\s.;¶\n][^.;?!¶\n]{1,60}?)[ ]+"
    r"(?:co)?(?:financ(?:e(?! par)|era|ent|eront)|subventionn(?:e|era|ent|eront)|soutien(?:t|nent|dra"
    r"|dront))\b(?:\s+(?:l'action|le projet|ca|cela))?"
)


_WHO = (
    r"(?:(?<=^)|(?<=[.,;?!\n¶]\s)|(?<=[.,;?!\n¶])|(?<=\bet ))[\s,]*(?P<who>(?:(?!\b(?:est"
    r"|sont)\b)[^.,;:?!¶\n]){3,80}?)[ ]+"
)


TAKES_CHARGE = re.compile(
    rf"{_WHO}(?:(?:en |y )?(?:assure(?:ra|rait|nt|ront)?|prend(?:ra|rait)?(?: en charge)?|aura|detient|garde"
    rf"(?:ra)?)\s+(?:la |le |l')?"
    r"(?:gestion|portage|pilotage|coordination|maitrise d'ouvrage|responsabilite|mise en oe?uvre)\b"
    r"|(?:est|sera|serait|seraient|sont)\s+(?:d'accord|partante?s?|pretes?|prets?|volontaires?|candidate?s?)[ ]+"
    r"(?:pour|a)\s+(?:la |le |l')?"
    r"(?:porter|piloter|coordonner|assurer le portage|assurer le pilotage|le portage|le pilotage)\b"
    r"|(?:va|veut|peut|accepte de|accepterait de|se propose de|pourrait|devrait|doit)\s+(?:la |le |l')?(?:porter"
    r"|piloter|coordonner)\b"
    r"|(?:en (?:est|sera|serait|sont)|s'en)\s+(?:le |la |les )?(?:porteu(?:r|se)s?|pilotes?|responsables?|charge"
    r"(?:ra|rait)?|occupe(?:ra|rait|ront|nt)?)\b)"
    r"(?:\s+(?:de l'action|du projet|l'action|le projet|de l'ensemble|du dispositif))?"
)


BY_WHOM = re.compile(
    r"(?:\b(?:par|avec|et|chez)\s+|[,;]\s*)(?P<who>(?:la |le |les |l'|notre )?(?:(?!\b(?:par"
    r"|avec)\b)[^,.;:¶\n]){3,60}?)(?:\s+|,\s*)qui\s+"
    r"(?:portera?(?:it|nt|ient)?|porte(?:nt)?|pilotera?(?:it)?|pilote(?:nt)?|coordonnera?(?:it)?|coordonne(?:nt)?)\b"
    r"(?:\s+(?:le projet|l'action|ca|cela|le tout|l'ensemble))?"
)


PARTNERS_ARE = re.compile(
    r"(?:(?<=^)|(?<=[.;?!\n¶]\s)|(?<=[.;?!\n¶])|(?<=,\s))(?P<who>(?!\s*(?:y|qui)\b)(?:(?!\b(?:est|sont|sera|seront"
    r"|porte|pilote"
    r"|s'appelle)\b)[^.;?!¶\n]){2,90}?)[ ]+"
    r"(?:(?:en )?(?:est|sont|sera|seront|seraient|serait) (?:aussi |egalement |ses |nos |les )?"
    r"(?:partenaires?|membres|associee?s?|mobilisee?s?|impliquee?s?|parties prenantes)"
    r"|partenaires?(?=\s*(?:[.;¶\n]|$))|(?:accompagne|aide|appuie)(?:nt)?(?=\s*(?:[.,;¶\n]|$))"
    r"|(?:(?:qui )?(?:vien|seront?|sera|sont)\w* )?en (?:appui|soutien|renfort)(?=\s*(?:[.,;¶\n]|$))"
    r"|(?:(?:l'|nous )(?:accompagne|appuie|aide)(?:nt|ront|ra)?|(?:nous )?soutiennent|(?:accompagne|appuie"
    r"|aide)r(?:a|ont|ait|aient))\b"
    r"|(?:est|sont|sera|seront) (?:deja |aussi )?(?:prevenu|sollicite|interesse|contacte|invite|convie)e?s?"
    r"|(?:a|ont) (?:donne (?:son|leur) accord|dit oui)\b|(?:est|sont|sera|seront|serait|seraient) (?:dans la"
    r" boucle|de la partie|a bord)"
    r"|(?:en )?(?:assure(?:nt|ra|rait|ront)?|anime(?:nt|ra|rait)?) (?:l'animation|les (?:seances|ateliers)"
    r"|l'encadrement)"
    r"|(?:s'y associ|s'associ|rejoindr|accompagner|suivr)(?:ent|ont|eront)(?=\s*(?:[.,;¶\n]|$| a l'action| au projet))"
    r"|(?:y )?participe(?:nt|ront|ra)?(?= |[.,;¶\n]|$)|(?:y )?(?:participe|contribue)(?:nt|ront|ra|raient)?(?= "
    r"|[.,;¶\n]|$))(?:\s+(?:a l'action|au projet|de l'action|du projet))?"
)

PROVIDES = re.compile(
    r"(?:(?<=^)|(?<=[.,;:?!\n¶]\s)|(?<=[.,;:?!\n¶])|(?<=\bet ))[\s,]*(?P<who>(?:la |le |les |l'|notre |une? )?"
    r"[^\s.,;:?!¶\n][^.,;:?!¶\n]{1,50}?)\s+(?P<what>(?:nous )?(?:pret(?:e|era|ent|eront)|fourni(?:t|ra|ssent)"
    r"|met(?:tra|tent)? a (?:notre |la )?disposition|apporte(?:ra|nt)?|offr(?:e|ira|ent))\s+[^.;¶\n,]{3,90})"
)
"""« la médiathèque prête sa salle »: a partner, and a means of the action."""

GROUP_FOLLOWS = re.compile(
    r"(?:(?<=^)|(?<=[.,;?!\n¶]\s)|(?<=[.,;?!\n¶]))[\s,]*(?:un |une |le |la |notre )?(?P<who>(?:comite|groupe|commission"
    r"|cotech"
    r"|copil|instance|equipe projet)[^.,;:?!¶\n]{0,60}?)\s+(?:assure(?:ra|rait)? le (?:suivi|pilotage technique)"
    r"|(?:suit|suivra|suivrait)(?: l'action| le projet)?|se reuni(?:t|ra|rait)|est charge\w*(?: du suivi)?"
    r"|sera charge\w*"
    r"(?: du suivi)?|sera (?:mis en place|constitue|cree)\w*)(?: (?:de l'action|du projet))?(?=\s*(?:[.,;¶\n]|$))"
)
"""« un comité technique assurera le suivi »: the group the project answers to."""

PUBLIC_IS = re.compile(
    r"(?:(?<=^)|(?<=[.;?!\n¶]\s)|(?<=[.;?!\n¶]))[\s,]*(?P<who>[^.,;:?!¶\n]{3,80}?)\s+(?:est|sont|sera|seront|serait"
    r"|seraient)\s+"
    r"(?:bien |surtout )?(?:le |la |les |notre )?(?:publics?|beneficiaires?|cibles?|destinataires?)"
    r"(?: vises?| cibles?| concernes?| prioritaires?)?(?=\s*(?:[.,;¶\n]|$))"
)
"""« les locataires modestes sont le public visé »."""
