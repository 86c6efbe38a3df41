"""The one registry of formats, and the export of a draft in any of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.exports.contract import exported
from assistant.exports.page import make_page
from assistant.exports.writers import docx_writer, json_writer, markdown, odt_writer, xlsx_writer
from assistant.validation.checking import validate_draft
from assistant.validation.typography import plural
from corpus.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assistant.drafts.model import Draft
    from assistant.exports.page import Page
    from assistant.validation.context import ValidationContext
    from assistant.validation.model import Validation

FORMATS: Mapping[str, Callable[[Page], bytes]] = MappingProxyType(
    {
        "json": json_writer.write,
        "md": markdown.write,
        "docx": docx_writer.write,
        "odt": odt_writer.write,
        "xlsx": xlsx_writer.write,
    }
)
"""The writer of each format, by the name given to ``--format``."""


def export_draft(
    draft: Draft,
    format: str,  # noqa: A002 - the word of the contract
    *,
    unfinished: bool = False,
    context: ValidationContext | None = None,
) -> bytes:
    """The bytes of a draft in a format.

    A final export holds settled values only and must be valid: else :class:`RefusedError` lists every error. An
    unfinished one holds the proposals too, marked as such, and bears « BROUILLON » and its open points at its head.
    An unknown format raises :class:`UsageError`.
    """
    writer = FORMATS.get(format)
    if writer is None:
        raise UsageError(f"Le format « {format} » n'existe pas.", f"Les formats sont : {', '.join(FORMATS)}.")
    validation = validate_draft(draft, context)
    if not validation.valide and not unfinished:
        raise _refusal(validation)
    return writer(make_page(exported(draft, validation, unfinished=unfinished)))


def _refusal(validation: Validation) -> RefusedError:
    errors = [constat for constat in validation.constats if constat.niveau == "erreur"]
    listed = "\n".join(f"  – {constat.message}" for constat in errors)
    return RefusedError(
        f"La fiche n'est pas prête : {plural(len(errors), 'erreur')}.\n{listed}",
        "Corrigez ces points, ou exportez un brouillon inachevé (--brouillon).",
    )
