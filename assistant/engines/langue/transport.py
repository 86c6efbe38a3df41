"""The only way out: one origin, no redirect, no stranger's header, bounded in time and size, cancellable."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx

from assistant.engines.langue.faults import fault
from assistant.engines.langue.pinning import Pin
from corpus.addresses import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.engines.langue.endpoint import Endpoint

LARGEST = 8_000_000
"""Bytes of one response."""
_KEPT_HEADERS = frozenset({"host", "content-type", "content-length", "accept", "accept-encoding", "connection"})


class GuardedTransport(httpx.BaseTransport):
    """Lets requests to one origin through and watches what comes back."""

    def __init__(self, endpoint: Endpoint, inner: httpx.BaseTransport, pin: Pin | None = None) -> None:
        self._endpoint = endpoint
        self._inner = inner
        self._pin = pin
        self.deadline = float("inf")
        """On the monotonic clock."""
        self.cancelled = threading.Event()
        self._sockets: set[socket.socket] = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request with our headers only; raises ``EngineError`` for what must not be read."""
        self._check()
        name = self._endpoint.name
        if origin_of(str(request.url)) != self._endpoint.origin:
            raise fault("redirection", name)
        # A copy is sent: client libraries find their own headers again on the request they made.
        sent = httpx.Request(
            request.method,
            request.url,
            headers=self._headers(request),
            stream=request.stream,
            extensions=request.extensions,
        )
        response = self._sent(sent)
        if 300 <= response.status_code < 400:
            response.close()
            raise fault("redirection", name)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if response.status_code < 300 and kind in ("text/html", "application/xhtml+xml"):
            response.close()
            raise fault("html", name)
        if response.status_code < 300 and kind == "application/json" and _asks_for_stream(request):
            response.close()
            raise fault("sans_flux", name)
        response.stream = _Watched(_bytes(response), self, self._remember(response))
        return response

    def _sent(self, request: httpx.Request) -> httpx.Response:
        """Send to the addresses found once for the host, in turn: the next one only if nothing could be sent."""
        targets = self._pin.targets(request) if self._pin is not None else [request]
        for target in targets[:-1]:
            try:
                return self._inner.handle_request(target)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self._inner.handle_request(targets[-1])

    def _headers(self, request: httpx.Request) -> httpx.Headers:
        """Nothing the environment or a library added leaves: no organisation, no description of this machine."""
        kept = {k: v for k, v in request.headers.items() if k.lower() in _KEPT_HEADERS}
        kept["user-agent"] = "fiches-ctg"
        if self._endpoint.key is not None:
            kept["authorization"] = f"Bearer {self._endpoint.key.secret.get_secret_value()}"
        return httpx.Headers(kept)

    def _remember(self, response: httpx.Response) -> socket.socket | None:
        stream: Any = response.extensions.get("network_stream")
        found = stream.get_extra_info("socket") if stream is not None else None
        if isinstance(found, socket.socket):
            self._sockets.add(found)
            return found
        return None

    def forget(self, known: socket.socket | None) -> None:
        """A response was read to its end, or closed."""
        if known is not None:
            self._sockets.discard(known)

    def _check(self) -> None:
        if self.cancelled.is_set():
            raise fault("annule", self._endpoint.name)
        if time.monotonic() > self.deadline:
            raise fault("plafond", self._endpoint.name, f"{self._endpoint.settings.duree_max:.0f} secondes")

    def watch(self, size: int) -> None:
        """Called for each piece received; raises when it is cancelled, too late or too large."""
        self._check()
        if size > LARGEST:
            raise fault("illisible", self._endpoint.name)

    def cancel(self) -> None:
        """Close the connections at once, even one that is waiting for a byte."""
        self.cancelled.set()
        for known in list(self._sockets):
            with contextlib.suppress(OSError):
                known.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connections."""
        self._inner.close()


def _asks_for_stream(request: httpx.Request) -> bool:
    """Whether a conversation was asked piece by piece; our bodies are JSON objects."""
    return bool(request.content) and json.loads(request.content).get("stream") is True


def _bytes(response: httpx.Response) -> httpx.SyncByteStream:
    stream = response.stream
    if not isinstance(stream, httpx.SyncByteStream):
        raise TypeError("an asynchronous stream on a synchronous transport")
    return stream


class _Watched(httpx.SyncByteStream):
    """The bytes of a response, watched."""

    def __init__(self, inner: httpx.SyncByteStream, transport: GuardedTransport, known: socket.socket | None) -> None:
        self._inner = inner
        self._transport = transport
        self._known = known

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for piece in self._inner:
            size += len(piece)
            self._transport.watch(size)
            yield piece
        self._transport.watch(size)

    def close(self) -> None:
        self._transport.forget(self._known)
        self._inner.close()


def open_client(endpoint: Endpoint) -> tuple[httpx.Client, GuardedTransport]:
    """A client bound to an endpoint; the environment's proxy is used only if its settings ask for it."""
    settings = endpoint.settings
    proxy = _proxy(endpoint) if settings.mandataire else None
    # Behind a proxy, it is the proxy that looks names up.
    pin = Pin(endpoint) if proxy is None else None
    transport = GuardedTransport(endpoint, httpx.HTTPTransport(retries=0, trust_env=False, proxy=proxy), pin)
    timeout = httpx.Timeout(connect=min(10.0, settings.delai), read=settings.delai, write=30.0, pool=10.0)
    client = httpx.Client(transport=transport, timeout=timeout, follow_redirects=False, trust_env=False)
    return client, transport


def _proxy(endpoint: Endpoint) -> str | None:
    from urllib.request import getproxies, proxy_bypass

    scheme, _, host = endpoint.origin.partition("://")
    return None if proxy_bypass(host) else getproxies().get(scheme)
