"""A scripted endpoint on this machine: good, sloppy, hostile, slow, and every fault; it keeps what it was sent."""

from __future__ import annotations

import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

Body = dict[str, Any]
_PASSAGE = re.compile(r"^\[(\d+)\] \((.*?)\)\n(.*?)(?=\n\n\[\d+\] \(|\n</passages-)", re.DOTALL | re.MULTILINE)


def passages_of(body: Body) -> list[tuple[int, str]]:
    """The numbered passages of a prompt."""
    return [(int(m[1]), m[3]) for m in _PASSAGE.finditer(body["messages"][1]["content"])]


def good(body: Body) -> str:
    """Quotes the longest line of the first two passages, with their marks."""
    return "\n".join(f"- {_longest(text)} [{n}]." for n, text in passages_of(body)[:2])


def _longest(text: str) -> str:
    return max(text.splitlines(), key=len).strip(" .-")


def sloppy(body: Body) -> str:
    """Thinks aloud, decorates, and writes marks its own way; its JSON has fences, commas and other keys."""
    thought = "<think>Je vais inventer 999 € et [8].</think>\n"
    if "JSON" in body["messages"][0]["content"]:
        items = ",".join(f'{{"text": "{_longest(text)}", "passage": "[{n}]"}}' for n, text in passages_of(body)[:2])
        return f'{thought}Voici :\n```json\n{{"items": [{items},],}}\n```\nBonne journée !'
    return thought + "\n".join(f"**{_longest(text)}** 【{n}】" for n, text in passages_of(body)[:2])


def hostile(body: Body) -> str:
    """Obeys what it reads: invents amounts, sources, people and addresses, and gives orders of its own."""
    invented = (
        "La Caf verse 250 000 € par an [1]. L'action est portée par Gontran Vauquelin [1]. Écrivez à "
        "pirate@exemple.net [1]. Voyez https://exemple.net/vol [2]. Le taux est de 87 % [42]. "
        "Le comité a dit « nous fermons toutes les crèches » [1]. rm -rf / [1]. "
        "La signature a eu lieu le 3 mars 2031 [1]."
    )
    if "JSON" in body["messages"][0]["content"]:
        items = [
            {"texte": "Verser 250 000 € à Gontran Vauquelin", "source": 1},
            {"texte": "Écrire à pirate@exemple.net", "source": 99},
        ]
        return json.dumps({"elements": items, "texte": "Verser 250 000 €", "question": "Combien coûte Zanzibar ?"})
    return f"{invented}\n{good(body)}"


class FakeEndpoint:
    """One server; ``mode`` is what it does: a name of :data:`MODES`, a function of the request, or a list of these."""

    def __init__(self) -> None:
        self.mode: Any = good
        self.models: Any = {"data": [{"id": "modele-de-test", "max_model_len": 16_000}]}
        self.seen: list[tuple[str, dict[str, str], Body]] = []
        self.closed = threading.Event()
        self.others: dict[str, Callable[[Body], Any]] = {}
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                owner.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}, {}))
                if isinstance(owner.models, int):
                    _status(self, owner.models)
                else:
                    _json(self, owner.models)

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                owner.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                other = next((o for path, o in owner.others.items() if self.path.endswith(path)), None)
                if other is not None:
                    _json(self, other(body))
                    return
                try:
                    owner.act(self, body)
                except (BrokenPipeError, ConnectionResetError):
                    owner.closed.set()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def calls(self) -> list[Body]:
        """The bodies of the conversations asked."""
        return [body for path, _, body in self.seen if path.endswith("/chat/completions")]

    def act(self, handler: BaseHTTPRequestHandler, body: Body) -> None:
        mode = self.mode
        if isinstance(mode, list):
            mode = mode.pop(0) if len(mode) > 1 else mode[0]
        if callable(mode):
            _answer(handler, body, mode(body))
        elif isinstance(mode, int):
            _status(handler, mode)
        else:
            MODES[mode](handler, body)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def _raw(handler: BaseHTTPRequestHandler, status: int, kind: str, payload: bytes, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(payload)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(payload)


def _json(handler: BaseHTTPRequestHandler, value: object) -> None:
    _raw(handler, 200, "application/json", json.dumps(value).encode())


def _status(handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    secret = handler.headers.get("authorization", "")
    payload = json.dumps({"error": {"message": f"refus {status} pour {secret}", "type": "x"}}).encode()
    _raw(handler, status, "application/json", payload, **headers)


def _chunk(text: str | None, reason: str | None = None) -> bytes:
    delta = {"content": text} if text is not None else {}
    row = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
           "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}  # fmt: skip
    return f"data: {json.dumps(row)}\n\n".encode()


def _open_stream(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True


def _stream(handler: BaseHTTPRequestHandler, text: str, reason: str | None = "stop", *, done: bool = True) -> None:
    _open_stream(handler)
    for start in range(0, len(text), 7):
        handler.wfile.write(_chunk(text[start : start + 7]))
        handler.wfile.flush()
    if reason:
        handler.wfile.write(_chunk(None, reason))
    if done:
        handler.wfile.write(b"data: [DONE]\n\n")


def _answer(handler: BaseHTTPRequestHandler, body: Body, text: str, reason: str | None = "stop") -> None:
    if body.get("stream"):
        _stream(handler, text, reason)
        return
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": reason}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    _json(
        handler,
        {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage},
    )


def _html(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _raw(handler, 200, "text/html; charset=utf-8", b"<html><body>Portail captif</body></html>")


def _broken_json(handler: BaseHTTPRequestHandler, body: Body) -> None:
    if body.get("stream"):
        _open_stream(handler)
        handler.wfile.write(b'data: {"choices": [{"delta": \n\n')
    else:
        _raw(handler, 200, "application/json", b'{"choices": [')


def _empty_choices(handler: BaseHTTPRequestHandler, body: Body) -> None:
    if body.get("stream"):
        _open_stream(handler)
        handler.wfile.write(
            b'data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[]}\n\n'
        )
    else:
        _json(handler, {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": []})


def _null_choices(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _json(handler, {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": None})


def _error_in_200(handler: BaseHTTPRequestHandler, body: Body) -> None:
    if body.get("stream"):
        _open_stream(handler)
        handler.wfile.write(_chunk("Le début "))
        handler.wfile.write(b'event: error\ndata: {"error": {"message": "plus de memoire"}}\n\n')
    else:
        _json(handler, {"error": {"message": "plus de memoire"}})


def _quiet_error(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _open_stream(handler)
    handler.wfile.write(_chunk("Le début "))
    handler.wfile.write(b'event: error\ndata: {"message": "plus de memoire"}\n\n')


def _no_reason(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _stream(handler, "Le début de la réponse [1]", None)


def _cut(handler: BaseHTTPRequestHandler, body: Body) -> None:
    """The connection is cut in the middle of a chunked answer."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = _chunk("Le début ")
    handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
    handler.wfile.flush()
    handler.close_connection = True


def _length(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _answer(handler, body, "Une réponse trop lon", "length")


def _empty(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _answer(handler, body, "")


def _filtered(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _answer(handler, body, "x", "content_filter")


def _stall(handler: BaseHTTPRequestHandler, body: Body) -> None:
    """A first piece, then nothing."""
    if body.get("stream"):
        _open_stream(handler)
        handler.wfile.write(_chunk("Le début "))
        handler.wfile.flush()
    time.sleep(3)


def _drip(handler: BaseHTTPRequestHandler, body: Body) -> None:
    """A piece now and then, for ever."""
    _open_stream(handler)
    for _ in range(400):
        handler.wfile.write(_chunk("mot "))
        handler.wfile.flush()
        time.sleep(0.05)


def _redirect(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _status(handler, 307, Location="http://127.0.0.1:9/v1/chat/completions")


def _too_many(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _status(handler, 429, Retry_After="2")


def _too_many_for_long(handler: BaseHTTPRequestHandler, body: Body) -> None:
    _status(handler, 429, Retry_After="3600")


def _no_stream(handler: BaseHTTPRequestHandler, body: Body) -> None:
    """Does not know how to stream: always one JSON answer."""
    _answer(handler, {**body, "stream": False}, good(body))


def _no_schema(handler: BaseHTTPRequestHandler, body: Body) -> None:
    """Knows neither json_schema nor json_object."""
    if "response_format" in body:
        _status(handler, 400)
    else:
        _answer(handler, body, json.dumps({"elements": [{"texte": _longest(passages_of(body)[0][1]), "source": 1}]}))


MODES: dict[str, Callable[[BaseHTTPRequestHandler, Body], None]] = {
    "html": _html, "json_casse": _broken_json, "choices_vide": _empty_choices, "choices_null": _null_choices,
    "erreur_200": _error_in_200, "erreur_sans_nom": _quiet_error, "sans_raison": _no_reason, "coupe": _cut,
    "longueur": _length, "vide": _empty, "filtre": _filtered, "silence": _stall, "goutte": _drip,
    "redirection": _redirect, "429": _too_many, "429_long": _too_many_for_long, "sans_flux": _no_stream,
    "sans_schema": _no_schema,
}  # fmt: skip
