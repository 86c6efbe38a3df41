"""The only way to a shared server: one address, our headers only, deadlines, a bound on what comes back.

Chroma's own HTTP client waits for ever, follows the proxies of the environment, reads answers of any size and rebuilds
the embedding function a server names; its REST interface is small and published by the server itself.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from corpus.sharing.faults import AbsentError, FailedError, away, failed, refused, unusable

if TYPE_CHECKING:
    import httpx

    from corpus.sharing.address import Address

CONNECT_SECONDS = 2.0
STALL_SECONDS = 8.0
"""Without a byte, for what a search waits for."""
WRITE_SECONDS = 60.0
"""The same for what is written: a server that indexes vectors takes seconds to answer."""
CALL_SECONDS = 120.0
"""For one call, whatever comes."""
PAUSES = (0.2, 0.5, 1.0, 2.0)
"""Seconds before asking again a server that failed."""
LARGEST = 64_000_000
"""Bytes of one answer."""


class ChromaHttp:
    """JSON calls to one server; usable from several threads. Raises ``AwayError`` or another ``SharingError``."""

    def __init__(self, address: Address) -> None:
        self.origin = address.origin
        self._address = address
        self._client: httpx.Client | None = None

    def _opened(self) -> httpx.Client:
        if self._client is None:
            import httpx

            headers = {"user-agent": "fiches-ctg", "accept": "application/json"}
            if self._address.token is not None:
                headers["authorization"] = f"Bearer {self._address.token.get_secret_value()}"
            self._client = httpx.Client(
                headers=headers,
                trust_env=False,  # neither a proxy nor a password file that nobody asked for
                follow_redirects=False,
            )
        return self._client

    def call(self, method: str, path: str, body: object = None, *, writes: bool = False) -> Any:  # noqa: ANN401
        """The JSON a call answers; ``AbsentError`` for what the server does not have.

        Every call may be made twice without harm: a server whose own database was busy (500) is asked again.
        """
        for pause in PAUSES:
            try:
                return self._call(method, path, body, writes=writes)
            except FailedError:
                time.sleep(pause)
        return self._call(method, path, body, writes=writes)

    def _call(self, method: str, path: str, body: object, *, writes: bool) -> Any:  # noqa: ANN401
        import httpx

        client = self._opened()
        content = None if body is None else json.dumps(body, separators=(",", ":")).encode()
        timeout = httpx.Timeout(WRITE_SECONDS if writes else STALL_SECONDS, connect=CONNECT_SECONDS)
        headers = {"content-type": "application/json"}
        request = client.build_request(
            method, self._address.url + path, content=content, headers=headers, timeout=timeout
        )
        try:
            try:
                return self._read(client.send(request, stream=True))
            except httpx.RemoteProtocolError:  # a connection kept open that the server had closed: asked once again
                return self._read(client.send(request, stream=True))
        except httpx.TimeoutException as error:
            raise away(self.origin, "délai dépassé") from error
        except httpx.TransportError as error:
            raise away(self.origin, _reason(error)) from error
        except (httpx.InvalidURL, httpx.DecodingError) as error:
            raise unusable(self.origin, "réponse illisible") from error

    def _read(self, response: httpx.Response) -> Any:  # noqa: ANN401
        until = time.monotonic() + CALL_SECONDS
        pieces: list[bytes] = []
        size = 0
        try:
            for piece in response.iter_bytes():
                size += len(piece)
                if size > LARGEST:
                    raise unusable(self.origin, "réponse démesurée")
                if time.monotonic() > until:
                    raise away(self.origin, "délai dépassé")
                pieces.append(piece)
        finally:
            response.close()
        return self._checked(response.status_code, b"".join(pieces))

    def _checked(self, status: int, content: bytes) -> Any:  # noqa: ANN401
        if status in (401, 403):
            raise refused(self.origin, status)
        if status == 404:
            raise AbsentError(
                f"Le serveur partagé {self.origin} ne connaît pas ce qui lui est demandé.",
                "Vérifiez que l'adresse donnée à --chroma est bien celle d'un serveur Chroma.",
            )
        if status in (429, 502, 503, 504):
            raise away(self.origin, f"état {status}")
        if status == 500:
            raise failed(self.origin)
        if not 200 <= status < 300:
            raise unusable(self.origin, f"état {status}")
        try:
            return json.loads(content) if content else None
        except (ValueError, RecursionError) as error:
            raise unusable(self.origin, "ce n'est pas du JSON") from error

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None


def _reason(error: Exception) -> str:
    text = str(error).lower()
    if "refused" in text:
        return "connexion refusée"
    if ("name" in text and "resol" in text) or "nodename" in text:
        return "nom inconnu"
    return "certificat refusé" if "certificate" in text else "connexion interrompue"
