"""What a request implies without saying it, told as an inference, and what in it does not hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.lexicon.publics import AGE
from assistant.drafting.reading.budget_names import file_known_initials
from assistant.drafting.reading.implied import carriers_from_context, place_from_bodies
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import capital, same_length_fold

if TYPE_CHECKING:
    from assistant.drafting.model import Reading


def complete(reading: Reading) -> None:
    """Add what follows from what is said: the town that carries, the body of the person in charge, a title."""
    for champ in ("public_cible", "lieu"):
        if any(s.champ == champ and s.sure for s in reading.statements):
            reading.statements = [s for s in reading.statements if s.champ != champ or s.sure]
    _public_from_words(reading)
    place_from_bodies(reading)
    carriers_from_context(reading)
    file_known_initials(reading)
    if not reading.texts("titre"):
        aims = reading.texts("objectifs_operationnels") or reading.texts("description")
        if aims:
            reading.state(
                "titre", capital(aims[0]), "repris de ce que la demande dit de l'action : à confirmer", sure=False
            )


def _public_from_words(reading: Reading) -> None:
    """The public named in the steps or the aims when none is said; to confirm."""
    known = reading.texts("public_cible")
    if any(s.champ == "public_cible" and s.sure for s in reading.statements) or any(" " in k for k in known):
        return
    for champ in ("description", "objectifs_operationnels", "besoins"):
        for text in reading.texts(champ):
            found = find_public(text) if not text.startswith("Durée annoncée") else None
            if found and len(found[2].split()) > 1 and all(k.casefold() in found[2].casefold() for k in known):
                reading.statements = [s for s in reading.statements if s.champ != "public_cible"]
                reading.state("public_cible", tidy_public(found[2]), "lu dans la demande : à confirmer", sure=False)
                return


def check(reading: Reading) -> None:
    """Tell ages the wrong way round and a body that is both carrier and partner; nothing is corrected."""
    for public in reading.texts("public_cible"):
        age = AGE.search(same_length_fold(public))
        if age and age["a"] and int(age["a"]) > int(age["b"]):
            reading.alertes.append(f"Les âges de « {public} » sont à l'envers : lesquels sont justes ?")
    if len(reading.texts("public_cible")) > 1:
        reading.alertes.append(
            f"Plusieurs publics sont donnés : « {' », « '.join(reading.texts('public_cible'))} ». Faut-il les réunir ?"
        )
    partners = {p.casefold() for p in reading.texts("partenaires")}
    for carrier in reading.texts("porteurs"):
        if carrier.casefold() in partners:
            reading.alertes.append(f"« {carrier} » est donné comme porteur et comme partenaire : est-ce bien voulu ?")
