"""Where a shared index is: an address that may be used, and the folder of what this machine keeps of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.addresses import origin_of, place_of
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pydantic import SecretStr

FOLDER = "partages"
"""Inside the data folder: one folder a server, apart from the index of this machine."""
_EXAMPLE = "Par exemple : --chroma http://localhost:8000, ou https://… derrière un serveur mandataire inverse."


@dataclass(frozen=True, slots=True)
class Address:
    """A server that may be spoken to; the token never shows."""

    url: str
    """Without its final slash."""
    token: SecretStr | None = field(default=None, repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a token is bound to."""
        return origin_of(self.url)

    @property
    def folder(self) -> str:
        """The name of the folder of what is kept of this server."""
        readable = re.sub(r"[^a-z0-9]+", "-", self.url.partition("://")[2].lower()).strip("-")[:40]
        return f"{readable}-{hashlib.blake2b(self.url.encode(), digest_size=4).hexdigest()}"


def checked_address(url: str, token: SecretStr | None = None) -> Address:
    """The address a person gave; raises ``UsageError`` when conventions must not be sent there."""
    place = place_of(url)
    if not place.usable:
        raise UsageError(
            "L'adresse donnée à --chroma n'est pas utilisable : http ou https, sans identifiant ni paramètre.", _EXAMPLE
        )
    if place.internal:
        raise UsageError("L'adresse donnée à --chroma désigne un service interne : rien n'y est envoyé.", _EXAMPLE)
    if place.parts.scheme == "http" and not place.near:
        raise UsageError(
            "L'adresse donnée à --chroma est en http : les conventions passeraient en clair sur internet.",
            "Utilisez https, ou un VPN ; http n'est accepté que sur cette machine ou un réseau privé.",
        )
    if token is not None and place.parts.scheme == "http" and not place.here:
        raise UsageError(
            "Un jeton ne peut pas être envoyé en http à une autre machine : il serait lisible en chemin.",
            "Utilisez https, ou retirez FICHES_CHROMA_JETON.",
        )
    return Address(url.strip().rstrip("/"), token)
