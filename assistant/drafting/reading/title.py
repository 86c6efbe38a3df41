"""The action itself: what is left of a request once polite words, fields and dates are taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.drafting.reading.bodies import is_infinitive
from assistant.drafting.reading.text import capital, same_length_fold, tidy

_WANT = (
    r"(?:(?:et |donc |alors )?(?:(?:je|j'|on|nous)\s*(?:(?:voudr\w+|souhait\w+|aimer\w+|veux"
    r"|veut|voulons|part(?:ons|irait|irions)?(?= sur )|desir\w+|sollicit\w+|envisag\w+|projet(?:te|tons|ons)"
    r"|prevo\w+|port(?:e|ons)(?= (?:une?|le|ce|la|notre) (?:projet|action|idee))|auri?ai?\w*|aurions|ai|avons|a"
    r"|cherch\w+(?= a )|propos(?:e|ons)|compt(?:e|ons))\b"
    r"(?:\s+(?:(?:bien )?(?:avancer|travailler|reflechir|partir|lancer la reflexion) (?:sur|a|autour d[eu])"
    r"|besoin|envie|l'intention|pour (?:projet|objectif)|le projet|bien"
    r"|donc)\b)?\s*(?:de |d'|que |qu'|(?<=cherche )a |(?<=cherchons )a |sur )?)|besoin (?:de |d'|(?=fiche)))\s*)"
)
_ASK = (
    r"(?:(?:(?:je|nous) vous pri(?:e|ons) de(?: bien vouloir)?\s|je (?:vous|te) (?:demande|prie|remercie|saurais"
    r" gre) (?:de|d'|par avance de)(?: bien vouloir)?\s"
    r"|est-ce que |serait-il possible de |serait-ce possible de )?(?:tu peux|tu pourrais|vous pourriez|on peut"
    r"|on pourrait|quelqu'un peut"
    r"|quelqu'un pourrait|peux[- ]tu"
    r"|pouvez[- ]vous|pourrais[- ]tu|pourriez[- ]vous|vous pouvez|peut-on|pourrait-on"
    r"|est-il possible d[e'] ?|merci (?:de"
    r"|d')(?: bien vouloir)?|il (?:me |nous )?(?:faut|faudrait|faudrai)|faut|faudrait|svp"
    r"|s'il (?:vous|te) plait|veuillez|ok)\s*)"
)
_MAKE = (
    r"(?:(?:me |m'|nous |m'aider a |nous aider a |aide(?:z|r)?[- ](?:moi|nous) a |aider a "
    r"|bien )*(?:fai(?:re|s|tes)|redige[rz]?|prepar(?:e[rz]?)|ecri(?:re|s|vez)|mont(?:e[rz]?)"
    r"|sort(?:ir|s)?|gener(?:e[rz]?)|propos(?:e[rz]?)|cree[rz]?|creer|etabli(?:r|s)?"
    r"|avanc(?:e[rz]?) sur|travaill(?:e[rz]?) sur|elabor(?:e[rz]?)|construi(?:re|s)|produi(?:re|s)|remplir"
    r"|formaliser|avoir|donne[rz]?)"
    r"(?:[- ](?:moi|nous))?\s+(?:s'il (?:vous|te) plait,?\s+)?)"
)
_FICHE = (
    r"(?:(?:(?:un|une|1|la|le|cette|notre|l')\s*)?(?:qqchose|qqch|quelque chose|(?:nouvelle "
    r"|belle |premiere )?(?:projet de |brouillon de |ebauche de "
    r"|proposition de )?fiches?(?:[ -]actions?)?"
    r"|brouillon|dossier)(?: (?:a|de) (?:creer|rediger|faire|monter|produire)\b)?(?: ctg)?(?: complete)?(?: "
    r"(?:suivante|complete|credible|solide|detaillee|simple"
    r"|ci-dessous|ci-apres|vite fait|rapidement|rapide))*\s*\??"
    r"(?:\s*,?\s*(?:avec tou(?:te)?s (?:les|ses) [^,.;:]{3,40}|(?:budget|indicateurs|contacts) compris(?:es)?"
    r"|tout compris|(?:bien |entierement |toute |deja )?(?:remplie|redigee|completee|prete)))*\s*,?"
    r"\s*(?:(?:pour (?:notre|la|une) (?:action|projet|ctg(?: (?:du|de|des) [^:,;.]{2,40}(?=:))?)|intitulee?|qui "
    r"(?:porte|porterait) sur"
    r"|portant sur|concernant|relative?s? (?:a|au|aux)|a propos d[eu]|autour d[eu]"
    r"|au sujet d[eu]|dediee? a|pour|sur|du|des|de la|de|d'|visant a|:|-|,)\s*)?)"
)
_HELLO = (
    r"(?:(?:bonjour|bonsoir|salut|hello|coucou|hey|yo|cc(?=\s*,)|alors|sinon|en gros|en bref|en resume|pour"
    r" resumer|madame"
    r"|monsieur|cher\w*|mesdames|messieurs"
    r"|a tous|du coup|bref|voila|merci(?! d[e']))(?: (?:a tous(?: et (?:a )?toutes)?|a toutes(?: et (?:a"
    r" )?tous)?|madame|monsieur|l'equipe|[a-z]{3,12}(?:-[a-z]{3,})?(?=\s*,)))?\s*[,.!:;]*\s*)"
)
_FIELD = (
    r"(?:(?:action|fiche)(?: n°)? ?\d+\b[^:.;\n]{0,30}:\s*|(?:action|projet|titre|intitule|objet|demande"
    r"|sujet|theme)\s*:\s*)"
)
_THEN = (
    r"(?:(?:voila (?:l'idee|mon idee|le projet|ma demande)|l'idee (?:est|serait|c'est)"
    r"|il s'agi(?:rait|ra)|(?:le|notre|mon|ce) projet (?:est|consiste)|c'est|ce serait|il s'agit"
    r"|l'action (?:est|consiste)|on (?:part|pense)|pour|afin)(?=\s)\s*(?:de |d'|a "
    r"|pour )?(?=\w)|(?:qqchose|qqch|quelque chose|un truc) (?:sur|pour|de) |(?:une "
    r"|l')?(?:nouvelle )?action (?:pour|visant a|qui vise a|de|d') ?(?=\w+(?:er|ir|re) ))"
)
_FRAME = (
    r"(?:(?:dans la perspective|en vue|a l'occasion|en prevision|en preparation) d[eu][^,.;:]{0,60},"
    r"|(?:pour )?faire suite a [^:,.;]{3,60}[:,]|[^.;:]{0,40}\b(?:a|ont|avons)\s(?:valide|retenu|decide|acte"
    r"|vote|choisi)\w*\s(?:hier |aujourd'hui |ce matin "
    r"|ensemble )?(?:de |d'|(?:une?|le|la|l')\s?(?:action|fiche|projet)\w*\s(?:autour d[eu]s?|sur|pour|d[eu]s?"
    r"|d'|visant a))\s?"
    r"|je (?:vous |te )?(?:transmets|envoie|adresse|soumets|propose|presente) (?:ci-joint |ici |donc )?(?:notre "
    r"|mon |le |un |une |la )?"
    r"(?=$|¶|projet|fiche|idee|action|demande)|(?:d'ou|de la) (?:l'idee|ce projet|le projet|cette action|la"
    r" proposition|notre idee|notre projet)\s*(?:de |d'|:)?"
    r"|(?:suite a|comme convenu lors d|apres) ?(?:notre|nos|votre|vos|mon|la|les|l'|une?|e notre|e la)\s?"
    r"(?:derniers? |derniere )?"
    r"(?:reunions?|echanges?|rencontre|mail|courriel|discussion|conversation|entretien|rendez-vous|appel"
    r"|comite)[^,.;:]{0,60}[,.;:]"
    r"|(?:comme (?:convenu|discute|evoque|demande)|voici (?:les|quelques) (?:elements|informations|infos|donnees)"
    r"|vous trouverez [^,.;:]{0,40})[^,.;:]{0,40}[,.;:]"
    r"|(?:elaborer|rediger|faire|preparer|etablir|proposer"
    r"|avoir)?\s*,?\s*dans le cadre d[eu][^,.;]{0,60}?(?:ctg"
    r"|convention territoriale globale)[^,.;]*)"
)
_REQUESTED = (
    r"(?:[^.;:]{0,70}?\b(?:demande(?:nt)?|reclame(?:nt)?|attend(?:ent)?|veu(?:t"
    r"|lent)) (?:une?|la) (?:nouvelle )?fiches?(?:[ -]actions?)?"
    r" (?:sur|pour|concernant|relative a) |demande (?:de|du|des) [^.;:,]{2,60}\s:\s)"
)
_ENTERED = (
    r"(?:(?:(?:on|nous) (?:inscri|ajout|retien|reten|valid|repren|mettons)\w*|reprends?|reprenez|ajoute[rz]?"
    r"|inscri(?:s|re|vez))"
    r"(?: bien| donc)?"
    r"(?: (?:au plan d'actions?|dans la (?:ctg|convention)|a la ctg))?(?: (?:l'action|la fiche|le projet)(?= \w))?"
    r"\s+(?=(?:l[ae]|les|une?|des|notre) |l'|(?<=action )\w|(?<=projet )\w|(?<=fiche )\w))"
    r"|(?:(?:co-?)?port|pilot|men|conduir|engag|mont|lanc)(?:er|e)?(?: ensemble| conjointement| avec [a-z' ]{3,30})? "
    r"(?:une |l'|cette |un |notre )?(?:action|demarche|projet|operation)s?(?: (?:commune|partagee?|collective"
    r"|conjointe))? "
    r"(?:de |d'|pour |visant a |autour d[eu]s? |sur )"
)
_LEADING = (
    r"(?:(?:dans (?:la continuite|le prolongement|l'optique|l'esprit|la lignee|la suite|un souci|une logique)"
    r"|en (?:tant que"
    r"|qualite de|reponse|complement|accord|coherence|continuite|parallele)|fort(?:e?s?)? d|au vu|au regard"
    r"|a la (?:suite"
    r"|demande)|(?:dans le cadre de|pour) (?:la|notre|une) (?:future |prochaine )?(?:ctg|convention)|pour (?:cela"
    r"|ce faire|y repondre)|conformement|soucieu|depuis)[^,.;:\n]{2,100},\s*"
    r"(?=(?:nous|on|je|j'|il|l[ae] |les |l'))|pour (?:la|notre|une) (?:future |prochaine )?(?:ctg|convention)"
    r"[^:;.\n]{0,60}:\s*)"
)
_WRAPPING = re.compile(
    rf"\s*(?:{_HELLO}|{_ASK}|{_WANT}(?:{_MAKE}?{_FICHE})?|{_MAKE}{_FICHE}|{_FICHE}|{_FIELD}"
    rf"|{_REQUESTED}|{_LEADING}|{_THEN}|{_FRAME}|{_ENTERED}|pour commencer,?\s|\([^()\n]{2, 40}\)\s+(?=et |,)"
    rf"|dans un premier temps,?\s"
    rf"|[,.;:!?*•–-]+\s*)"
)
_SUBJECT = re.compile(
    r"^\s*(?P<who>(?:la |le |les |l'|notre "
    r"|nos )?(?:[^,.;:(]|,(?= (?:de |du |d'|et |l[ae] |l'|les )))(?:[^,.;:(]|,(?= (?:de |du |d'|et |l[ae] |l'"
    r"|les ))){1,109}?)"
    r"(?P<more>\s*\([^()]*\))?(?P<at>\s+a "
    r"[a-z][\w-]+)?\s+(?:souhait\w+|veu(?:t"
    r"|lent)|voudrai\w+|envisag\w+|projet(?:te|tent)|prevoi(?:t|ent)|lanc(?:e|ent)|desir\w+"
    r"|va|vont|aimerai\w+|propos(?:e|ent)|a (?:pour projet|le projet|decide)"
    r"|(?:co-?)?(?:pilot|port|anim|mont|prepar|construi[st])(?:e|ent)|organis(?:e|ent)|cree(?:nt)?|ouvr(?:e|ent)"
    r"|developp(?:e|ent)|met(?:tent)? en place)\b\s*(?:ensemble |conjointement )?(?:de |d')?"
)
_POLITE_END = re.compile(
    r"[\s,.;!-]*(?:merci(?: (?:d'avance|beaucoup|bien|a vous|par avance|de votre aide))?"
    r"|cordialement|bonne journee|svp|s'il (?:vous|te) plait|bien a vous|a bientot|voila"
    r"|c'est tout)[\s.!,]*$"
)
_FOR = re.compile(
    r"\s+(?:pour|afin de|afin d'|en vue de|dans le but de|de (?:facon"
    r"|maniere) a)\s*(?=(?:mieux |plus )?(?:[a-z-]{3,}(?:er|ir)|repondre|permettre|reduire|rendre|faire|mettre"
    r"|rompre|combattre)\s)"
)
_COMMON = frozenset("a au aux avec d de des du en et l la le les un une sur dans pour par".split())
LONGEST = 14
"""Words beyond which the place, which has its own field, is left out of the title."""


def unwrap(text: str) -> str:
    """The text without greetings, requests (« je voudrais une fiche action pour ») nor thanks."""
    polite = _POLITE_END.search(same_length_fold(text))
    text = text[: polite.start()] if polite else text
    while True:
        match = _WRAPPING.match(same_length_fold(text))
        if not match or match.end() == 0:
            return text.strip()
        text = text[match.end() :]


def asks_for_a_fiche(text: str) -> bool:
    """Whether a sentence asks for a fiche, or names its action as such."""
    return bool(re.search(r"\b(?:fiches?|action|projet)\b", same_length_fold(text)))


@dataclass(frozen=True, slots=True)
class Subject:
    """Who wants an action (« La commune (…) à Brume souhaite ouvrir … »), what is said of them, and the action."""

    who: str
    more: str
    at: str
    action: str


def subject(text: str) -> Subject | None:
    """Who wants the action, when the text begins so."""
    match = _SUBJECT.match(same_length_fold(text))
    if not match:
        return None
    more, at = (tidy(text[match.start(g) : match.end(g)]) if match[g] else "" for g in ("more", "at"))
    return Subject(tidy(text[: match.end("who")]), more.strip("()"), at, text[match.end() :].strip())


_TAKEN_UP = re.compile(
    r"(?:\s+(?:de la |de |du |des |d['’])[A-ZÀ-Ý][^,.;:]*?)?\s+(?:et|pour) (?:l['’])?(?:adapte"
    r"|transpose)\w*(?:-l[ae]s?)?\b.*$"
)
"""« … de Brume et adapte-la à Mirande »: whose action is taken up is no part of its title."""


def title_of(text: str, place: str | None, place_span: str) -> str:
    """A title from the words of the action: capital first, the place left out when it makes it too long."""
    title = tidy(_TAKEN_UP.sub("", re.sub(r"\s+", " ", text)))
    if place and len(title.split()) > LONGEST:
        shorter = tidy(title.replace(tidy(place_span), " "))
        title = shorter if len(informative(shorter)) >= 2 else title
    title = (
        re.sub(r"^(?:(?:le|la|les|un|une|des|du)\s+|l['’]\s*)(?=\w)", "", title, flags=re.IGNORECASE)
        if not is_infinitive(title)
        else title
    )
    title = re.sub(r"\s+(?:à|a|au|aux|sur|dans|de|pour|en|et|avec|des|du)$", "", title)
    return capital(title)


def split_purpose(text: str) -> tuple[str, str]:
    """« Ouvrir un lieu pour rompre l'isolement »: the action, then what it is for (maybe empty)."""
    match = _FOR.search(same_length_fold(text))
    if not match or len(informative(text[: match.start()])) < 2:
        return text, ""
    return text[: match.start()], tidy(text[match.end() :])


def informative(text: str) -> list[str]:
    """The words of a text that carry meaning."""
    return [w for w in re.findall(r"[a-z0-9]+", same_length_fold(text)) if w not in _COMMON and len(w) > 1]
