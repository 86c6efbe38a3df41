"""An endpoint, resolved: its address checked, its key found, its limits known."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.engines.langue.faults import EngineError, fault
from assistant.engines.langue.presets import PRESETS
from assistant.keys import find_key
from assistant.settings import EngineSettings
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.keys import Key
    from assistant.settings import Settings

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_METADATA = frozenset({"metadata.google.internal", "metadata", "instance-data"})
_PRIVATE_ENDINGS = (".local", ".lan", ".home", ".internal", ".intranet")
DEFAULT_CONTEXT = 8_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a language model answers, and on what terms; the key does not show in its ``repr``."""

    name: str
    url: str
    libelle: str
    settings: EngineSettings
    key: Key | None
    agreed: bool
    """Whether the coordinator agreed that text goes there; always on this machine."""
    models: tuple[str, ...] = ()
    """Models liked first."""

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a key and an agreement are bound to."""
        return origin_of(self.url)

    @property
    def local(self) -> bool:
        """Whether the endpoint is on this machine."""
        return is_here(self.url)

    @property
    def masks(self) -> bool:
        """Whether names, mails and telephones are hidden from it."""
        return not self.local if self.settings.masquage is None else self.settings.masquage

    @property
    def notice(self) -> str:
        """What the coordinator is told before the first call."""
        hidden = (
            "Les noms de personnes, adresses électroniques et téléphones sont masqués avant l'envoi."
            if self.masks
            else "Les noms de personnes, adresses électroniques et téléphones ne sont PAS masqués (réglage)."
        )
        return (
            f"Avec le moteur « {self.name} », vos questions, vos demandes et les passages retrouvés dans les "
            f"conventions sont envoyés à {self.libelle} ({self.origin}). {hidden} "
            "Rien n'est envoyé avec le moteur intégré."
        )

    def must_be_agreed(self) -> None:
        """Raise the ``accord`` error, with what the coordinator should know, unless text may go there."""
        if not self.agreed:
            raise EngineError("accord", self.notice, fault("accord", self.name).next_step)


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    default = {"https": 443, "http": 80}.get(parts.scheme)
    port = f":{parts.port}" if parts.port and parts.port != default else ""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}{port}"


def is_here(url: str) -> bool:
    """Whether an address is on this machine."""
    host = urlsplit(url).hostname or ""
    return host in _HERE or (_address(host) or ipaddress.ip_address("192.0.2.1")).is_loopback


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def checked_url(url: str, name: str) -> str:
    """The address without its final slash; raises ``UsageError`` when text must not be sent there."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        parts.port  # noqa: B018
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query or parts.fragment:
        raise UsageError(
            f"L'adresse du moteur « {name} » n'est pas utilisable.",
            "Donnez une adresse http ou https sans identifiant ni paramètre, par exemple http://localhost:8080/v1.",
        )
    address = _address(host)
    if host in _METADATA or (address and (address.is_link_local or address.is_multicast or address.is_unspecified)):
        raise UsageError(
            f"L'adresse du moteur « {name} » désigne un service interne de machine : rien n'y est envoyé.",
            "Donnez l'adresse d'un serveur de modèles.",
        )
    if parts.scheme == "http" and not _is_near(host, address):
        raise UsageError(
            f"L'adresse du moteur « {name} » est en http : vos textes et la clé passeraient en clair sur internet.",
            "Utilisez https ; http n'est accepté que sur cette machine ou un réseau privé.",
        )
    return url.strip().rstrip("/")


def _is_near(host: str, address: ipaddress.IPv4Address | ipaddress.IPv6Address | None) -> bool:
    if address is not None:
        return address.is_private or address.is_loopback
    return host in _HERE or "." not in host or host.endswith(_PRIVATE_ENDINGS)


def engine_names(settings: Settings) -> list[str]:
    """The names ``--moteur`` accepts beside the embedded engine: those of the settings, then the presets."""
    return list(dict.fromkeys([*settings.moteurs, *PRESETS]))


def resolve(name: str, settings: Settings, data: Path) -> Endpoint:
    """The endpoint of this name; raises ``UsageError`` when it is unknown or its address cannot be used."""
    given, preset = settings.moteurs.get(name, EngineSettings()), PRESETS.get(name)
    url = given.url or (preset.url if preset else "")
    if not url:
        raise UsageError(
            f"Le moteur « {name} » n'a pas d'adresse.",
            f"Réglez-la : fiches diagnostic --moteur {name} --url http://localhost:8080/v1 --modele NOM.",
        )
    url = checked_url(url, name)
    own = preset is not None and origin_of(url) == origin_of(preset.url)
    # The key of a preset goes to the origin of that preset and nowhere else.
    variable = given.cle_env or (preset.cle_env if preset and own else "")
    origin = origin_of(url)
    return Endpoint(
        name=name,
        url=url,
        libelle=preset.libelle if preset and own else "un serveur réglé par vous",
        settings=_with_preset(given, name) if own else given,
        key=find_key(origin, variable, data),
        agreed=is_here(url) or origin in settings.accord_distant,
        models=preset.modeles if preset and own else (),
    )


def _with_preset(given: EngineSettings, name: str) -> EngineSettings:
    preset = PRESETS[name]
    return given.model_copy(
        update={"embeddings": given.embeddings or preset.embeddings, "rerank": given.rerank or preset.rerank}
    )
