"""Addresses a person gives: what is on this machine, what is near, and where nothing must be sent."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_METADATA = frozenset({"metadata.google.internal", "metadata", "instance-data"})
_PRIVATE_ENDINGS = (".local", ".lan", ".home", ".internal", ".intranet")
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Place:
    """The host an address names; what does not parse names none and is not usable."""

    parts: SplitResult
    host: str

    @property
    def usable(self) -> bool:
        """Whether it is http or https, with a host, and neither identifier nor parameter."""
        parts = self.parts
        odd = parts.username or parts.password or parts.query or parts.fragment
        return parts.scheme in _PORTS and bool(self.host) and not odd

    @property
    def internal(self) -> bool:
        """Whether it is a service a machine keeps for itself (metadata of a cloud, link-local…)."""
        address = ip_address(self.host)
        odd = address is not None and (address.is_link_local or address.is_multicast or address.is_unspecified)
        return self.host in _METADATA or odd

    @property
    def here(self) -> bool:
        """Whether it is on this machine."""
        address = ip_address(self.host)
        return self.host in _HERE or (address is not None and address.is_loopback)

    @property
    def near(self) -> bool:
        """Whether it is on this machine or a private network, as far as its name tells."""
        address = ip_address(self.host)
        if address is not None:
            return address.is_private or address.is_loopback
        return self.here or "." not in self.host or self.host.endswith(_PRIVATE_ENDINGS)


def place_of(url: str) -> Place:
    """The host of an address."""
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - raises for a port that is none
        return Place(parts, (parts.hostname or "").lower())
    except ValueError:
        return Place(urlsplit(""), "")


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port and parts.port != _PORTS.get(parts.scheme) else ""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}{port}"


def ip_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address a host is, when it is one and not a name; an IPv4 address in IPv6 clothes is told."""
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found
