"""What can go wrong with an endpoint, as one family of French errors, each with its next step."""

from __future__ import annotations

import re
import socket
import ssl
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.errors import FichesError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORT = 200
_SECRET = re.compile(r"(?:sk-|Bearer\s+|key[=: ]+|clé\s)\S+|[A-Za-z0-9_\-]{24,}", re.IGNORECASE)
LONGEST_WAIT = 20.0
"""Seconds waited at most when the endpoint asks to come back later."""


class EngineError(FichesError):
    """A language model could not do its part; ``motif`` is a stable word for programs.

    ``retry`` says that the same call may succeed a little later, ``wait`` how many seconds the endpoint asks for.
    ``partial`` is what had been written: shown as incomplete, never kept as an answer.
    """

    def __init__(self, motif: str, message: str, next_step: str = "", *, retry: bool = False, wait: float = 0) -> None:
        super().__init__(message, next_step)
        self.motif = motif
        self.retry = retry
        self.wait = wait
        self.partial = ""


@dataclass(frozen=True, slots=True)
class _Fault:
    message: str
    next_step: str
    retry: bool = False


@lru_cache(maxsize=1)
def _faults() -> dict[str, _Fault]:
    table = files("assistant.engines.langue").joinpath("faults.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {row[0]: _Fault(row[1], row[2] if len(row) > 2 else "", retry=row[3:] == ["oui"]) for row in rows}


def fault(motif: str, name: str, detail: str = "", *, wait: float = 0) -> EngineError:
    """The error of a motif, for the engine of this name; ``detail`` is shown short and without anything secret."""
    known = _faults()[motif]
    said = f" ({redacted(detail)})" if detail else ""
    return EngineError(
        motif,
        f"Moteur « {name} » : {known.message}{said}.",
        known.next_step.format(name=name),
        retry=known.retry,
        wait=wait,
    )


def redacted(text: str) -> str:
    """A text of the endpoint on one short line, anything that may be a key taken out."""
    return _SECRET.sub("…", " ".join(text.split()))[:_SHORT]


_STATUSES = {401: "cle", 403: "droits", 404: "modele", 405: "methode", 408: "silence", 413: "taille", 429: "debit"}


def of_status(status: int, name: str, body: str = "", headers: Mapping[str, str] | None = None) -> EngineError:
    """The error of an HTTP status."""
    if 300 <= status < 400:
        return fault("redirection", name)
    motif = _STATUSES.get(status) or ("panne" if status >= 500 else "demande")
    detail = f"{status}" if motif == "panne" else ""
    if motif == "demande":
        detail = body
    return fault(motif, name, detail, wait=retry_after(headers or {}))


def retry_after(headers: Mapping[str, str]) -> float:
    """The seconds an endpoint asks to wait, 0 when it does not say or says it badly."""
    given = headers.get("retry-after", "").strip()
    try:
        return max(float(given), 0.0)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(given)
    except ValueError:
        return 0.0
    import datetime as dt

    return max((when - dt.datetime.now(when.tzinfo or dt.UTC)).total_seconds(), 0.0) if when.tzinfo else 0.0


def causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what caused it, outermost first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def of_exception(error: Exception, name: str) -> EngineError:
    """The French error of anything a client library raised."""
    chain = list(causes(error))
    for cause in chain:
        if isinstance(cause, EngineError):
            return cause
    for cause in chain:
        status = getattr(cause, "status_code", None)
        if isinstance(status, int) and status >= 300:
            response = getattr(cause, "response", None)
            return of_status(status, name, str(getattr(cause, "message", "")), getattr(response, "headers", None))
    return _of_network(chain, name)


def _of_network(chain: list[BaseException], name: str) -> EngineError:
    kinds = {type(cause).__name__ for cause in chain}
    text = " ".join(str(cause) for cause in chain)
    if any(isinstance(cause, socket.gaierror) for cause in chain) or "Name or service not known" in text:
        return fault("dns", name)
    if any(isinstance(cause, ssl.SSLError) for cause in chain) or "SSL" in text or "CERTIFICATE" in text:
        return fault("tls", name)
    if any("Timeout" in kind for kind in kinds):
        return fault("silence", name)
    if any(isinstance(cause, ConnectionRefusedError) for cause in chain) or "refused" in text:
        return fault("refuse", name)
    if kinds & {"APIConnectionError", "ConnectError", "ReadError", "RemoteProtocolError", "WriteError"}:
        return fault("connexion", name)
    if kinds & {"APIError"}:
        return fault("incomplete", name, str(chain[0]))
    return fault("illisible", name)
