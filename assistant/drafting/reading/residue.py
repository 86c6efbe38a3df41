"""Sentences that no cue announces: the action itself first, then needs, aims, means or steps by their wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.action import NEED, is_means, places_and_publics, read_action
from assistant.drafting.reading.bodies import is_body, is_infinitive, surely_body
from assistant.drafting.reading.fields import NO_TITLE
from assistant.drafting.reading.ideas import ideas_first
from assistant.drafting.reading.pieces import means_named, partners_named, rejoined, small_piece
from assistant.drafting.reading.place_names import hasty_place
from assistant.drafting.reading.places import area_of, find_place, lived_in
from assistant.drafting.reading.text import capital, same_length_fold, tidy
from assistant.drafting.reading.title import asks_for_a_fiche, informative, subject, unwrap

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.names import Names
    from assistant.drafting.reading.text import Work

_AIM = re.compile(r"\b(?:objectif\w*|but|permettr\w*|permettant|visera?|favoriser|afin)\b")
_COUNT = re.compile(r"^\s*(?:le |la |l')?(?:nombre|taux|part|evolution|satisfaction|frequentation)\b")
_FILLER = re.compile(
    r"^(?:(?:voila|merci\w*|cordialement|bonne journee|a bientot|ok|d'accord|svp|bonjour"
    r"|bonsoir|salut|et|ca|c'est|prevue?s?|donc|voici(?: ma demande)?|pour|a|de|le|la|les|du"
    r"|en|on|il|elle|nous|je|sera|est|qui|mise en oe?uvre|calendrier|periode|dates?"
    r"|echeances?|duree|demarrage|debut|fin|suivante?|aura lieu|auront lieu|aura|lieu|se (?:tiendra|deroulera"
    r"|fera)|s'en occupe(?:nt|ra)?|le tout|renouvelables?"
    r"|annees?(?: scolaires?)?|edition|finalement|non|on sait(?: juste)? que ce sera|ce sera|avec|on commence"
    r"(?:ra)?|apres|ouverture visee|visee|restant|urgent|urgence|petite precision|precision|avant|cette fiche|la"
    r" fiche|on partira(?:it)?|voire|combien|quand|samedi|dimanche|lundi|mardi|jeudi|vendredi|y|toutes?|tous"
    r"|notre|nos|trois|objectifs?|besoins?|idee|voici"
    r"|(?:me |nous )?(?:la |le |l')?(?:redige[rz]?|prepare[rz]?|faire)|bises|bisous|on (?:corrigera|verra|ajustera"
    r"|completera)(?: (?:apres|plus tard|ensuite))?|on vise|une?|lancement|pense"
    r"|ensemble"
    r"|s'etale(?:ra)?|juska|ecri[st]|redige[rz]?|prepare[rz]?|fais|donne[rz]?|moi|on"
    r" voit ca|sans date de fin|sans"
    r" fin)\W*)*$"
)
_QUESTION = re.compile(
    r"\W*(?:est-ce que|est-ce qu'|comment|pourquoi|peut-on|peut-il|peut-elle|y a-t-il|savez-vous|qu'en pensez-vous)\b"
)
_SELF = re.compile(r"\W*(?:je suis|nous sommes|ici|je travaille|je m'appelle|j'ecris)\b")
_INVENT = re.compile(
    r"\b(?:invente[rz]?|imagine[rz]?|fabrique[rz]?|mets? (?:aussi )?(?:un nom|des chiffres)"
    r"|trouve[rz]? (?:un nom|des chiffres))\b(?<!n'invente)(?<!n'inventez)"
)
_NO_INVENTION = re.compile(
    r"\b(?:n'invente[rz]?|ne pas inventer|invente pas|pas de (?:budget"
    r"|chiffres?) (?:pour l'instant|a ce stade)|pas encore (?:de|d')|je n'ai pas (?:encore )?(?:de|d'|le|les)"
    r"|je ne sais pas|sais pas encore|a definir plus tard|reste a definir"
    r"|(?:complete[rz]?|remplis(?:sez)?|remplir)(?:-moi|-nous)? (?:le reste|la fiche|les champs|tout|ce qui|les?"
    r" manques?|avec)"
    r"|propose[rz]?-(?:moi|nous)|propose[rz]? (?:moi|nous))\b"
)


def read_residue(work: Work, reading: Reading, names: Names, *, hasty: bool) -> None:
    """Read what no cue announced: the first meaningful sentence is the action, the rest goes by its wording."""
    sentences = rejoined([work.text[a:b] for a, b in work.sentences()])
    titled = reading.texts("titre") or ([] if any(map(_wants, sentences)) else reading.texts("objet"))
    reading.statements = [s for s in reading.statements if s.champ != "objet"]
    if titled:
        reading.statements = [s for s in reading.statements if s.champ != "titre"]
        read_action(titled[0], reading, names, hasty=hasty)
    sentences = ideas_first(sentences, reading, known=bool(titled))
    frames: list[str] = []
    for sentence in _action_first(sentences, known=bool(titled)):
        body = unwrap(sentence)
        frames.append(sentence.strip().removesuffix(body))
        if means_named(body, reading) or (informative(body) and small_piece(sentence, reading, names)):
            continue
        if _QUESTION.match(same_length_fold(body)) or _SELF.match(same_length_fold(body)):
            places_and_publics(body, reading, names)
            continue
        if _INVENT.search(same_length_fold(body)):
            reading.alertes.append(
                "Je n'invente ni montants, ni chiffres, ni noms : ce qui manque est laissé à remplir."
            )
            continue
        if NO_TITLE.fullmatch(same_length_fold(body.strip(" .\n"))):
            continue
        if not informative(body) or _FILLER.match(same_length_fold(body)):
            continue
        if small_piece(body, reading, names) or partners_named(body, reading):
            continue
        if not reading.texts("titre") and not _is_said_otherwise(body):
            read_action(body, reading, names, hasty=hasty)
        else:
            _sort(body, reading, names)
    _place_from_words(reading, names, frames, hasty=hasty)


def _place_from_words(reading: Reading, names: Names, frames: list[str], *, hasty: bool) -> None:
    """The place said inside a need, an aim or a step, when no other is; to confirm."""
    if reading.texts("lieu"):
        return
    for text in reading.texts("partenaires"):
        area = area_of(text) or lived_in(text, names)
        if area:
            reading.state("lieu", area, f"d'après « {text} » : à confirmer", sure=False)
            return
    for frame in frames:
        place = find_place(frame, names) if informative(frame) else None
        if place:
            reading.state("lieu", place[2], "lu dans la demande : à confirmer", sure=False)
            return
    for champ in ("besoins", "objectifs_operationnels", "description", "public_cible"):
        for text in reading.texts(champ):
            place = find_place(text, names) or (hasty_place(text, names) if hasty else None)
            if place:
                reading.state("lieu", place[2], "lu dans la demande : à confirmer", sure=False)
                return


def _is_said_otherwise(body: str) -> bool:
    folded = same_length_fold(body)
    return bool(_COUNT.match(folded) or _NO_INVENTION.search(folded)) or (
        bool(
            re.search(
                r"\b(?:manque|il n'y a|constat|\d+ ?%|une? (?:(?:personne|famille|enfant|jeune|parent|menage"
                r"|habitante?|eleve|femme|foyer|allocataire) )?sur (?:deux|trois|quatre|cinq|dix|\d)|se plaign\w+"
                r"|n'arrivent (?:pas|plus)|peine(?:nt)? a|en (?:forte )?(?:hausse|augmentation|baisse)|souffr"
                r"(?:e|ent)|diagnostic (?:montre|a)|(?:on |nous |ils |elles )?n'(?:a|ont"
                r"|avons|y a) (?:pas|plus|aucune?|jamais)"
                r"|soucis?|problemes?|compte(?:nt)? (?:seulement|uniquement|que)|seulement \w+ (?:\w+ )*pour"
                r"|n'est pas|ne (?:sont|savent|peuvent|trouvent|disposent) (?:pas|plus))\b",
                folded,
            )
        )
        and not is_infinitive(body)
    )


def _wants(sentence: str) -> bool:
    """Whether a sentence says who wants the action (« le CCAS envisage l'ouverture d'une épicerie »)."""
    who = subject(unwrap(sentence))
    return who is not None and is_body(who.who) and len(informative(who.action)) > 1


_GENERIC = frozenset({"action", "actions", "projet", "fiche", "ctg", "titre", "theme", "thematique", "axe"})


_ASKS = re.compile(
    r"\b(?:fai[st]|faire|redige[rz]?|prepare[rz]?|ecri[st]|ecrire|il (?:me |nous )?faut|je (?:veux|voudrais|souhaite)"
    r"|merci de|on (?:veut|voudrait)|nous (?:voulons|souhaitons)|aurions besoin)\b[^.;:]{0,40}\bfiche\b"
    r"(?: action)? (?:du |de la |des |de |d'|sur |pour |relative |concernant )\w{3}"
)


def _action_first(sentences: list[str], *, known: bool) -> list[str]:
    """The sentences, one that says what to do first when the first only names a theme (« Action parentalité »)."""
    bodies = [unwrap(sentence) for sentence in sentences]
    first = next((i for i, body in enumerate(bodies) if informative(body)), None)
    if known or first is None:
        return sentences
    asked = next((i for i, s in enumerate(sentences) if i > first and _ASKS.search(same_length_fold(s))), None)
    if asked is not None and not asks_for_a_fiche(sentences[first]) and not is_infinitive(bodies[first]):
        return [sentences[asked], *sentences[:asked], *sentences[asked + 1 :]]
    if len([w for w in informative(bodies[first]) if w not in _GENERIC]) > 1:
        return sentences
    verb = next(
        (i for i, body in enumerate(bodies) if i > first and is_infinitive(body) and len(informative(body)) > 2), None
    )
    return sentences if verb is None else [sentences[verb], *sentences[:verb], *sentences[verb + 1 :]]


_CUT_SHORT = re.compile(r"(?:\b(?:de|du|des|par|pour|a|au|aux|avec|chez|sur|dans|le|la|les|une?)|[ld]')$")
MOST_CUT = 4
"""Words of sense of a sentence whose end was taken by another reader, under which nothing of it is kept."""
_STEP = re.compile(r"\W*(?:phase|etape|volet|temps|action|atelier) ?(?:n° ?)?(?:\d+|un|deux|trois)\b")


def _sort(body: str, reading: Reading, names: Names) -> None:
    """Put a sentence in the field its wording calls for; a step of the description by default."""
    folded = same_length_fold(body)
    if _NO_INVENTION.search(folded):
        return
    text = tidy(body)
    if _CUT_SHORT.search(folded.rstrip(" ,;.")) and len(informative(text)) <= MOST_CUT:
        return
    if _COUNT.match(folded):
        champ = "indicateurs"
    elif NEED.search(folded) and not is_infinitive(text) and not _STEP.match(folded):
        champ = "besoins"
    elif _STEP.match(folded):
        champ = "description"
    elif is_means(text):
        champ = "moyens"
    elif _AIM.search(folded):
        champ = "objectifs_operationnels"
    else:
        champ = "description"
    lender = re.search(r"\bpar (?:la |le |l['’]|les )?(?P<b>[^,;.]{2,60})$", text)
    if champ == "moyens" and lender and surely_body(lender["b"]):
        reading.state("partenaires", lender["b"], "met à disposition un moyen de l'action")
    reading.state(
        champ, capital(text), "phrase de la demande rangée ici d'après ses mots" if champ != "description" else ""
    )
    places_and_publics(text, reading, names)
