"""Turns of phrase of later messages, each with the plain order it amounts to (patterns on folded text)."""

from __future__ import annotations

import re

from assistant.drafting.amendments.words import FIELD_NAMES
from assistant.drafting.lexicon.publics import NOUN

_FIELD = "|".join(pattern for _, pattern in FIELD_NAMES)


RANK = (
    r"(?:premiere?s?|deuxiemes?|secondes?|troisiemes?|quatriemes?|cinquiemes?|sixiemes?|dernieres?|1ere?|1er|\d"
    r"(?:e|eme)"
    r"|deux premiere?s?|deux dernieres?|trois premiere?s?)"
)


_THESE = (
    rf"(?:(?:le|la|les|l'|aucune?s? d[eu]s?|aucune?|ces|cette|cet|mes|nos)\s*(?:{RANK}\s+)?(?:{_FIELD})"
    rf"(?:\s+(?:n°\s*)?\d)?)"
)


_BODY = (
    r"(?:(?!(?:r?ajoute|rajoute|enleve|retire|supprime|remplace|accepte|refuse|mets?|met|change|garde|valide|annule)"
    r"[rz]?\b)(?:la |le |les |l'|notre |nos )?[a-z0-9][^,.;:]{1,60}?)"
)


_LEAD = (
    r"^\W*(?:(?:au fait|finalement|en fait|alors|bon|ok|donc|et|aussi|du coup|apparemment|attention|petite correction"
    r"|correction|rectification|erreur de ma part|je me suis trompee?|pardon|desolee?|precision)[\s,:!]+)*"
)


_TABLE: tuple[tuple[str, str], ...] = (
    (
        (
            rf"(?:on (?:a perdu|fait sans|se passe d[eu])|nous (?:avons perdu|faisons sans))\s+(?P<x>{_BODY})"
            r"(?:,\s*(?:il faut|tu peux|vous pouvez|donc|faut)[^.;]*)?"
        ),
        "enlève {x}",
    ),
    (
        (
            rf"(?P<x>{_BODY})\s+(?:(?:ne |n')(?:participe(?:ra|nt|ront)?|est|sont|sera|seront|fait|font|sui(?:t"
            rf"|vent)|veut)"
            r" (?:plus|pas)(?: (?:partie (?:des partenaires|du projet)|partenaires?|partante?s?|de la partie"
            r"|participer"
            r"|concernee?s?|associee?s?|dans le projet))?|se retire(?:nt)?|(?:s'est|se sont) (?:retiree?s?"
            r"|desistee?s?)"
            r"|quitte(?:nt)?|(?:nous )?(?:lache|abandonne)(?:nt)?|abandonne(?:nt)?)(?: (?:du projet|le projet|de"
            r" l'action"
            r"|l'action|au projet|a l'action|finalement))?"
        ),
        "enlève {x}",
    ),
    (
        (
            rf"(?P<x>{_THESE})[^,.;]*,\s*(?:tu peux |vous pouvez |il faut )?(?:l'enlever|le retirer|la retirer"
            rf"|les retirer"
            r"|l'oter|(?:enleve|retire|supprime|ote)[rz]?-?(?:le|la|les))"
        ),
        "enlève {x}",
    ),
    (
        (
            rf"(?P<x>{_BODY})\s+(?:(?:nous |se )?rejoi(?:nt|gnent|ndra)(?: (?:nous|le projet|l'action))?"
            r"|(?:devien(?:t|nent|dra)|est|sont|sera|seront|va etre|vont etre) (?:aussi |egalement |desormais "
            r"|maintenant )?"
            r"(?:notre |un |une |nos )?partenaires?(?: aussi| egalement)?|(?:participe(?:nt|ra|ront)?|va|vont|veut"
            r"|veulent)"
            r" (?:aussi|egalement)(?: participer| nous rejoindre)?|(?:est|sont) (?:aussi |egalement )?"
            r"(?:de la partie|dans le projet|partante?s?))(?: (?:comme|en tant que) partenaires?)?(?: (?:aussi"
            r"|egalement))?"
            r"(?: (?:au projet|a l'action))?"
        ),
        "ajoute {x} aux partenaires",
    ),
    (
        (
            rf"(?:il (?:faut|faudrait)|tu peux|vous pouvez|peux-tu|on peut|n'oublie[z]? pas (?:de|d'))\s*"
            rf"(?:aussi |bien )?"
            rf"(?:mettre|noter|inscrire|compter|associer) (?:aussi )?(?P<x>{_BODY})"
            rf"(?: (?:dans|parmi|comme|en|aux?)(?: les| la| le)? (?P<f>{_FIELD}))"
        ),
        "ajoute {x} aux {f}",
    ),
    (
        rf"(?:tu as|vous avez|j'ai|on a) oublie (?P<x>{_BODY}) (?:dans|parmi|comme)(?: les| la| le)? (?P<f>{_FIELD})",
        "ajoute {x} aux {f}",
    ),
    (
        (
            rf"(?:le )?(?:portage|pilotage)(?: (?:de l'action|du projet))? (?:passe a|revient a|est (?:repris"
            rf"|assure) par"
            rf"|est confie a|va a|sera (?:assure|repris) par|sera confie a)\s*(?P<x>{_BODY})"
        ),
        "le porteur est {x}",
    ),
    (
        (
            rf"(?:c'est |ce sera )?(?P<x>{_BODY})(?: qui)? repren(?:d|dra) (?:le (?:portage|pilotage|projet)|la main"
            rf"|l'action)"
        ),
        "le porteur est {x}",
    ),
    (rf"(?:le )?vrai porteur (?:est|c'est)\s*(?P<x>{_BODY})", "le porteur est {x}"),
    (
        (
            rf"(?P<x>{_BODY}) (?:copilote|coporte|co-pilote|co-porte)(?:ra|nt|ront)?(?: (?:avec|aussi|l'action|le"
            rf" projet)[^,.;]*)?"
        ),
        "ajoute {x} comme copilote",
    ),
    (
        (
            r"(?:l'action|le projet|ca|on|elle|il)\s+(?:s'arrete(?:ra|rait)?|arrete(?:ra)?|prend(?:ra)? fin|s'acheve"
            r"(?:ra)?"
            r"|est prolongee?|se prolonge(?:ra)?|ira|court|va|on va)\s+(?:jusqu'(?:en|a|au|a la) |en |a |au |a"
            r" la |le )?"
            r"(?P<x>(?:fin |debut |mi-)?(?:[a-z]+ )?(?:19|20)\d\d)"
        ),
        "fin : {x}",
    ),
    (
        (
            r"(?P<p>la fin|la date de fin|le debut|le demarrage|la date de debut) n'est pas [^,.;]{3,30}? mais "
            r"(?:en |a"
            r" )?(?P<x>.+)"
        ),
        "{p} : {x}",
    ),
    (
        (
            r"(?:l'action|le projet|le demarrage|le lancement|on)\s+(?:(?:est|sera) (?:decalee?|reportee?|repoussee?"
            r"|avancee?)"
            r"|decale|reporte|repousse|avance)\s+(?:le (?:debut|demarrage|projet) |l'action )?(?:a |en |au |pour )"
            r"(?P<x>(?:fin |debut |mi-)?(?:[a-z]+ )?(?:19|20)\d\d)"
        ),
        "début : {x}",
    ),
    (
        (
            r"(?:elargi(?:s|r|ssez)|etend(?:s|re|ez)|restrein(?:s|dre|t)|limite[rz]?|ouvre[rz]?|reserve[rz]?)"
            r" (?:le public|l'action|la fiche|le projet) (?:aux? |a la |a |a l')(?P<x>.+)"
        ),
        "public : {x}",
    ),
    (
        (
            rf"(?:c'est|ce sera|ce serait|on vise|on cible|l'action est|l'action vise|ca concerne|ca s'adresse)\s+"
            rf"(?:plutot |bien |donc "
            rf"|surtout )?(?:pour |a |aux )?(?P<x>(?:les |des |tous les )?(?:futurs |jeunes )?(?:{NOUN.pattern})"
            rf"(?!\w)[^,.;]*)"
        ),
        "public : {x}",
    ),
    (
        (
            r"(?:ca|l'action|le projet|elle|il|tout) (?:se passe(?:ra)?|se deroule(?:ra)?|aura lieu|se tien(?:t|dra)"
            r"|se fera|sera)"
            r"\s+(?:finalement |plutot |en fait |desormais |maintenant )?(?P<y>a |au |aux |dans |sur )(?P<x>.+)"
        ),
        "lieu : {x}",
    ),
    (
        (
            r"(?:appelle|appelez|renomme[rz]?|intitule[rz]?|nomme[rz]?|baptise[rz]?) (?:la |cette |l'|le )?"
            r"(?:fiche|action|projet)\s*(?:en |:)?\s*(?P<x>.+)"
        ),
        "titre : {x}",
    ),
    (
        (
            r"(?:je (?:prefere|propose|verrais|veux|mettrais)|on (?:prefere|propose|mettrait))(?: plutot)? comme "
            r"(?P<f>titre|lieu|public|porteur|axe)\s*:?\s*(?P<x>.+)"
        ),
        "{f} : {x}",
    ),
    (
        (
            rf"(?P<f>{_THESE}) (?:doit devenir|devient|doit etre|devrait etre|sera(?:it)? plutot|serait mieux(?:"
            rf" ainsi)?)\s*:?\s*"
            r"(?P<x>.+)"
        ),
        "remplace {f} par {x}",
    ),
    (
        (
            rf"(?:laisse[rz]? tomber|oublie[rz]?|zappe[rz]?|on (?:enleve|retire|supprime|oublie|laisse tomber)|pas"
            rf" besoin d[eu]s?)\s+"
            rf"(?P<x>{_THESE}|{_BODY})"
        ),
        "enlève {x}",
    ),
    (
        (
            rf"(?P<x>{_THESE})\s+(?:(?:ne |n')(?:nous |me )?(?:convien\w+|va|vont|concerne\w*|plai\w+|sert|servent"
            rf"|correspond\w*"
            r"|est|sont|s'applique\w*)(?: (?:pas|plus))?(?: (?:adaptee?s?|utiles?|pertinente?s?|bone?s?|bonnes?"
            r"|mesurables?|realistes?))?"
            r"(?: du tout)?(?: (?:ici|chez nous|a notre territoire))?)"
        ),
        "refuse {x}",
    ),
    (
        rf"(?:je n'aime pas|on n'aime pas|je ne suis pas d'accord avec)\s+(?P<x>{_THESE})",
        "refuse {x}",
    ),
    (
        (
            rf"(?P<x>{_THESE})\s+(?:(?:me |nous )(?:va|vont|convien\w+|plai\w+)(?: (?:bien|tres bien|parfaitement))?"
            r"|(?:est|sont)"
            r" (?:bone?s?|bonnes?|ok|parfaite?s?|tres bien|bien|validee?s?|tres bons?|tres bonnes?))"
        ),
        "accepte {x}",
    ),
    (
        rf"(?:c'est (?:bon|parfait|ok|tout bon|nickel)|parfait|nickel|super|tres bien|bien vu) pour (?P<x>{_THESE})",
        "accepte {x}",
    ),
    (
        rf"(?P<l>(?:nouvel(?:le)?|nouveau|autre|un autre|une autre|encore une?)) (?P<f>{_FIELD})\s*:\s*(?P<x>.+)",
        "ajoute {f} : {x}",
    ),
    (rf"(?P<f>{_FIELD}) (?:supplementaires?|en plus|de plus|complementaires?)\s*:\s*(?P<x>.+)", "ajoute {f} : {x}"),
    (r"(?:c'est|ce sera) la fiche (?:n°\s*|numero )?(?P<x>\d+(?:\.\d+)*)", "numéro : {x}"),
    (
        (
            r"(?:le )?numero (?:de (?:la )?fiche |de l'action )?(?:sera|est|c'est|serait)\s*(?:le |la )?"
            r"(?P<x>\d+(?:\.\d+)*)"
        ),
        "numéro : {x}",
    ),
    (
        r"(?:le )?suivi (?:sera|est|serait) (?:fait|assure|mene|confie) (?:par|a) (?:le |la |l'|un |une )?(?P<x>.+)",
        "groupe projet : {x}",
    ),
    (
        (
            rf"comme (?P<f>{_FIELD})\s*,?\s*(?:on a|nous avons|on mobilise|nous mobilisons|il y a|on prevoit|mets?"
            rf"|mettez|:)"
            r"\s*(?P<x>.+)"
        ),
        "{f} : {x}",
    ),
)


PHRASES = tuple((re.compile(rf"{_LEAD}{pattern}\s*[.!]*\s*$"), made) for pattern, made in _TABLE)


SINGLE = frozenset({"titre", "lieu", "public", "axe"})


ONE_TEXT = re.compile(r"\b(?:publics?|titre|lieu|territoire|axe|numero|groupe|debut|demarrage|fin|porteur|pilote)\b")
"""Fields that hold one text, or that a new value takes as a whole."""
