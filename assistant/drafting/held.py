"""Values worked out rather than said, as entries of the register that wait for the coordinator's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.model import PointOuvert, Valeur

if TYPE_CHECKING:
    from assistant.drafting.model import Reading


def held_points(reading: Reading) -> list[PointOuvert]:
    """The register's entries for values worked out from a request: each is written once it is lifted."""
    return [
        PointOuvert(
            nature="hypothese",
            champ=held.champ,
            texte=held.texte,
            ecrit=[Valeur(champ=held.champ, valeur=held.valeur, origine="utilisateur", etat="accepte")],
        )
        for held in reading.held
    ]
