"""A language model whose every piece is let out by the test, and that knows when it is no longer listened to."""

from __future__ import annotations

import json
import queue
import select
import socket
import threading
from typing import TYPE_CHECKING, Any

from tests.assistant.engines.fake_endpoint import FakeEndpoint, _chunk, _open_stream, good

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.assistant.engines.fake_endpoint import Body


class PacedEndpoint(FakeEndpoint):
    """Streams what it is given; structured tasks are answered as a good model does."""

    def __init__(self) -> None:
        super().__init__()
        self.streams = 0
        """Answers begun."""
        self._pieces: queue.Queue[tuple[bytes, bool]] = queue.Queue()
        """What is to be sent, and whether the answer ends there."""
        self.left = threading.Event()
        """Whether a connection was closed before the end of its answer."""

    def say(self, text: str) -> None:
        """Let a piece of the answer out."""
        self._pieces.put((_chunk(text), False))

    def finish(self, reason: str | None = "stop") -> None:
        """End the answer, saying why, or without a word."""
        self._pieces.put(((_chunk(None, reason) if reason else b"") + b"data: [DONE]\n\n", True))

    def error(self) -> None:
        """Break off with an ``error`` event."""
        self._pieces.put((b'event: error\ndata: {"error": {"message": "plus de memoire"}}\n\n', True))

    def cut(self) -> None:
        """Break off without an end."""
        self._pieces.put((b"", True))

    def act(self, handler: BaseHTTPRequestHandler, body: Body) -> None:
        if not body.get("stream"):
            self._whole(handler, body)
            return
        self.streams += 1
        _open_stream(handler)
        handler.wfile.flush()
        while not _is_gone(handler.connection):
            try:
                piece, last = self._pieces.get(timeout=0.02)
            except queue.Empty:
                continue
            handler.wfile.write(piece)
            handler.wfile.flush()
            if last:
                return
        self.left.set()

    def _whole(self, handler: BaseHTTPRequestHandler, body: Body) -> None:
        text = good(body) if "<passages-" in json.dumps(body) else "{}"
        self.mode = lambda _: text
        super().act(handler, body)


def _is_gone(connection: Any) -> bool:
    readable, _, _ = select.select([connection], [], [], 0)
    try:
        return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""
    except OSError:
        return True
