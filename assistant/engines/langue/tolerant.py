"""Reading what models write: thoughts taken out, JSON found in prose, fences and small slips forgiven."""

from __future__ import annotations

import json
import re

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_OPENING = ("<think>", "<thinking>", "<reasoning>")
_FENCE = re.compile(r"```(?:[\w-]*)\s*\n?(.*?)(?:```|\Z)", re.DOTALL)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_COMMENT = re.compile(r"(?m)^\s*//.*$")
_LITERALS = ((r"\bTrue\b", "true"), (r"\bFalse\b", "false"), (r"\bNone\b", "null"))
LONGEST = 200_000


def without_thoughts(text: str) -> str:
    """The text without what the model thought aloud; a thought that closes without opening is a beginning."""
    text = _THOUGHT.sub("", text)
    for closing in ("</think>", "</thinking>", "</reasoning>"):
        text = text.rpartition(closing)[2]
    return text.strip()


class ThoughtFilter:
    """Takes thoughts out of a text that comes piece by piece."""

    def __init__(self) -> None:
        self._held = ""
        self._closing = ""

    def feed(self, piece: str) -> str:
        """What may be shown now."""
        self._held += piece
        shown = ""
        while self._held:
            if self._closing:
                before, found, after = self._held.partition(self._closing)
                if not found:
                    self._held = before[-len(self._closing) :]
                    break
                self._closing, self._held = "", after
                continue
            start = self._held.find("<")
            if start < 0:
                return shown + self._take(len(self._held))
            shown += self._take(start)
            opening = next((o for o in _OPENING if self._held.lower().startswith(o)), None)
            if opening:
                self._closing, self._held = f"</{opening[1:]}", self._held[len(opening) :]
            elif any(o.startswith(self._held.lower()) for o in _OPENING):
                break
            else:
                shown += self._take(1)
        return shown

    def _take(self, size: int) -> str:
        taken, self._held = self._held[:size], self._held[size:]
        return taken

    def end(self) -> str:
        """What was held back and is no thought."""
        return "" if self._closing else self._take(len(self._held))


def _candidates(text: str) -> list[str]:
    """The parts of a text that may be JSON, the most likely first."""
    fenced = [match[1] for match in _FENCE.finditer(text)]
    found = [*fenced, text]
    for part in (*fenced, text):
        for opening, closing in ("{}", "[]"):
            start, end = part.find(opening), part.rfind(closing)
            if 0 <= start < end:
                found.append(part[start : end + 1])
    return found


def _forgiven(text: str) -> str:
    text = _COMMENT.sub("", text).replace("\u00a0", " ")
    text = _TRAILING_COMMA.sub(r"\1", text)
    for pattern, plain in _LITERALS:
        text = re.sub(pattern, plain, text)
    return text


def parse_json(text: str) -> object:
    """The JSON of an answer; raises ``ValueError`` when there is none."""
    text = without_thoughts(text)[:LONGEST].strip()
    for candidate in _candidates(text):
        for attempt in (candidate, _forgiven(candidate)):
            try:
                return json.loads(attempt, strict=False)
            except (ValueError, RecursionError):
                continue
    raise ValueError("no JSON")
