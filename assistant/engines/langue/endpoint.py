"""An endpoint, resolved: its address checked, its key found, its limits known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.engines.langue.faults import EngineError, fault
from assistant.engines.langue.presets import PRESETS
from assistant.keys import find_key
from assistant.settings import EngineSettings
from corpus.addresses import origin_of, place_of
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.keys import Key
    from assistant.settings import Settings

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


def is_here(url: str) -> bool:
    """Whether an address is on this machine."""
    return place_of(url).here


def checked_url(url: str, name: str) -> str:
    """The address without its final slash; raises ``UsageError`` when text must not be sent there."""
    place = place_of(url)
    if not place.usable:
        raise UsageError(
            f"L'adresse du moteur « {name} » n'est pas utilisable.",
            "Donnez une adresse http ou https sans identifiant ni paramètre, par exemple http://localhost:8080/v1.",
        )
    if place.internal:
        raise UsageError(
            f"L'adresse du moteur « {name} » désigne un service interne de machine : rien n'y est envoyé.",
            "Donnez l'adresse d'un serveur de modèles.",
        )
    if place.parts.scheme == "http" and not place.near:
        raise UsageError(
            f"L'adresse du moteur « {name} » est en http : vos textes et la clé passeraient en clair sur internet.",
            "Utilisez https ; http n'est accepté que sur cette machine ou un réseau privé.",
        )
    return url.strip().rstrip("/")


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
