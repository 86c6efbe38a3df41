"""What may go wrong with a shared server, in French: away, refusing, not the right one, or giving damaged data."""

from __future__ import annotations

from corpus.errors import CorpusError


class SharingError(CorpusError):
    """The shared server answered something that cannot be used."""


class AwayError(SharingError):
    """The shared server cannot be reached now; what this machine keeps of it still serves."""


class AbsentError(SharingError):
    """What was asked for is not on the server."""


class DamagedEditionError(SharingError):
    """What the server gives for a document is damaged, too large or not what it says."""


class FailedError(SharingError):
    """The shared server failed inside; asking again may do."""


def failed(origin: str) -> FailedError:
    """The server failed."""
    return FailedError(
        f"Le serveur partagé {origin} a échoué (état 500).",
        "Recommencez dans une minute ; si cela dure, son journal dit pourquoi (disque plein, fichiers abîmés…).",
    )


def away(origin: str, detail: str) -> AwayError:
    """The server cannot be reached."""
    return AwayError(
        f"Le serveur partagé {origin} ne répond pas ({detail}).",
        "Vérifiez le réseau ou le VPN, puis recommencez ; --chroma local travaille avec l'index de ce poste.",
    )


def refused(origin: str, status: int) -> SharingError:
    """The server wants a token, or another one."""
    return SharingError(
        f"Le serveur partagé {origin} refuse l'accès ({status}).",
        "Donnez le jeton de votre administrateur dans la variable FICHES_CHROMA_JETON, puis recommencez.",
    )


def unusable(origin: str, detail: str) -> SharingError:
    """The server answered, but not as Chroma does."""
    return SharingError(
        f"La réponse du serveur partagé {origin} n'est pas utilisable ({detail}).",
        "Vérifiez que cette adresse est bien celle d'un serveur Chroma, et son journal ; rien n'a été changé ici.",
    )


def damaged(name: str, detail: str) -> DamagedEditionError:
    """A document of the server cannot be used."""
    return DamagedEditionError(
        f"« {name} » : ce que le serveur partagé en donne est refusé ({detail}) ; l'état précédent est gardé ici.",
        "Que la personne qui l'a envoyé lance « fiches corpus reconstruire » avec le même --chroma.",
    )
