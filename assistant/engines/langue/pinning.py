"""The addresses of an endpoint's name, looked up once: a name that changes hands meanwhile leads nowhere else."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import httpx

from assistant.engines.langue.faults import fault
from corpus.addresses import Place, ip_address, place_of

if TYPE_CHECKING:
    from assistant.engines.langue.endpoint import Endpoint


class Pin:
    """Where the requests of a session go. The name stays in the ``Host`` header and in the check of the certificate.

    What a name leads to is held to what a given address is: no service a machine keeps for itself, and nothing in
    the clear beyond a private network.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._found: tuple[str, ...] | None = None

    def targets(self, request: httpx.Request) -> list[httpx.Request]:
        """The request for each address of its host, the first to be tried first."""
        place = place_of(self._endpoint.url)
        if place.here or ip_address(place.host) is not None:
            return [request]
        if self._found is None:
            self._found = self._looked_up(place)
        return [_to(request, address, place.host) for address in self._found]

    def _looked_up(self, place: Place) -> tuple[str, ...]:
        name = self._endpoint.name
        port = place.parts.port or {"https": 443, "http": 80}[place.parts.scheme]
        try:
            rows = socket.getaddrinfo(place.host, port, type=socket.SOCK_STREAM)
        except OSError:
            raise fault("dns", name) from None
        found = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
        for address in found:
            led = Place(place.parts, address)
            if led.internal:
                raise fault("interne", name, address)
            if place.parts.scheme == "http" and not led.near:
                raise fault("clair", name, address)
        return found


def _to(request: httpx.Request, address: str, host: str) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
