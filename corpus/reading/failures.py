"""Why a file cannot be read, said in French with what to do next; ``reason`` is the stable word."""

from __future__ import annotations

from corpus.errors import UnreadableError

_OCR = "Pour en reconnaître le texte : fiches indexer --ocr, avec le chemin de ce fichier."
IMAGE_PAGES = "Pages en image, sans texte à lire"
"""How the warning of a PDF that is a scan in places begins."""
OCR_HINT = " Pour les lire : fiches indexer --ocr."
"""How it ends, until the document is recognised."""


def scan(name: str) -> UnreadableError:
    """An image-only document."""
    return UnreadableError(
        f"« {name} » est un scan : ses pages sont des images, sans texte à lire.",
        _OCR,
        "scan",
    )


def undecodable(name: str) -> UnreadableError:
    """A document whose fonts do not say which letters they draw."""
    return UnreadableError(
        f"Le texte de « {name} » n'est pas lisible : ses polices ne disent pas quelles lettres elles dessinent.",
        _OCR,
        "illisible",
    )


def unrecognised(name: str, detail: str) -> UnreadableError:
    """A scan whose text could not be recognised."""
    return UnreadableError(
        f"Le texte de « {name} » n'a pas pu être reconnu ({detail}).",
        "Numérisez à nouveau le document, plus net et bien droit, ou demandez sa version d'origine.",
        "ocr",
    )


def encrypted(name: str) -> UnreadableError:
    """A document behind a password."""
    return UnreadableError(
        f"« {name} » est protégé par un mot de passe.",
        "Enregistrez-en une copie sans mot de passe, puis recommencez.",
        "chiffre",
    )


def broken(name: str, detail: str = "") -> UnreadableError:
    """A document that its reader cannot make sense of."""
    return UnreadableError(
        f"« {name} » est abîmé ou incomplet{f' ({detail})' if detail else ''}.",
        "Ouvrez-le dans son logiciel d'origine, enregistrez-le à nouveau, puis recommencez.",
        "abime",
    )


def empty(name: str) -> UnreadableError:
    """A document without a letter."""
    return UnreadableError(f"« {name} » est vide : aucun texte à lire.", "Vérifiez que c'est le bon fichier.", "vide")


def unknown_format(name: str, readable: str) -> UnreadableError:
    """A document no reader is registered for."""
    return UnreadableError(
        f"« {name} » n'est pas d'un format que l'on sait lire.",
        f"Formats lus : {readable}. Enregistrez le document dans l'un d'eux.",
        "format",
    )


def too_large(name: str, detail: str) -> UnreadableError:
    """A document above a bound: sizes, memory, entries."""
    return UnreadableError(
        f"« {name} » dépasse les limites de lecture ({detail}).",
        "Si le document est sûr, découpez-le ou enregistrez-le à nouveau sans ses images.",
        "limite",
    )


def too_long(name: str) -> UnreadableError:
    """A document whose reading did not end in time."""
    return UnreadableError(
        f"La lecture de « {name} » a été arrêtée : elle prenait trop de temps.",
        "Enregistrez le document à nouveau ou découpez-le, puis recommencez.",
        "delai",
    )


def unsafe(name: str, detail: str) -> UnreadableError:
    """A document that holds what no honest office document holds."""
    return UnreadableError(
        f"« {name} » est refusé par prudence ({detail}).",
        "Demandez une autre copie du document à son auteur.",
        "refuse",
    )


def missing(name: str) -> UnreadableError:
    """A path that leads nowhere, or to something that is not a file."""
    return UnreadableError(f"« {name} » est introuvable.", "Vérifiez le chemin du fichier.", "introuvable")


def forbidden(name: str) -> UnreadableError:
    """A file the system does not let us open."""
    return UnreadableError(
        f"« {name} » ne peut pas être ouvert.", "Vérifiez vos droits de lecture sur ce fichier.", "droits"
    )
