"""Caps: calls, tokens and seconds of one action; calls a minute and tokens a day of an endpoint."""

from __future__ import annotations

import datetime as dt
import time
from collections import deque
from typing import TYPE_CHECKING

from assistant.engines.langue.faults import fault
from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.settings import EngineSettings

FILE = "jetons.json"
_MINUTE = 60.0
_DAYS_KEPT = 62


class Usage:
    """What was asked of an endpoint: tokens a day on disk, calls of the last minute in memory."""

    def __init__(self, data: Path, name: str, settings: EngineSettings) -> None:
        self._file = data / FILE
        self._name = name
        self._settings = settings
        self._calls: deque[float] = deque()

    def today(self) -> int:
        """Tokens used today."""
        days = read_json(self._file).get(self._name)
        count = days.get(_today(), 0) if isinstance(days, dict) else 0
        return count if isinstance(count, int) else 0

    def add(self, tokens: int) -> None:
        """Count tokens of today."""
        everything = read_json(self._file)
        days = everything.get(self._name)
        kept = dict(sorted(days.items())[-_DAYS_KEPT:]) if isinstance(days, dict) else {}
        kept[_today()] = self.today() + tokens
        write_json(self._file, {**everything, self._name: kept})

    def told(self, tokens: int) -> str:
        """The tokens of an action and of the day, with the limits set, in French."""
        daily, calls = self._settings.jetons_par_jour, self._settings.appels_par_minute
        limit = f" sur {grouped(daily)}" if daily else ""
        pace = f" ; {calls} appels par minute au plus" if calls else ""
        return f"Moteur « {self._name} » : {grouped(tokens)} jetons, {grouped(self.today())}{limit} aujourd'hui{pace}."

    @property
    def limits(self) -> str:
        """The caps of one message and the limits of the endpoint, in French."""
        set_ = self._settings
        pace = f"{set_.appels_par_minute} appels par minute" if set_.appels_par_minute else "sans limite par minute"
        daily = f"{grouped(set_.jetons_par_jour)} jetons par jour" if set_.jetons_par_jour else "sans limite par jour"
        most = f"{set_.appels_max} appels, {grouped(set_.jetons_max)} jetons et {set_.duree_max:.0f} s"
        return f"{most} au plus par message ; {pace} ; {daily}"

    def enter(self, now: float) -> float:
        """Note a call; returns the seconds to wait first, so that calls a minute stay under their limit."""
        limit, daily = self._settings.appels_par_minute, self._settings.jetons_par_jour
        if daily is not None and self.today() >= daily:
            raise fault("quota", self._name, f"{self.today()} jetons aujourd'hui")
        while self._calls and now - self._calls[0] >= _MINUTE:
            self._calls.popleft()
        wait = 0.0
        if limit is not None and len(self._calls) >= limit:
            wait = _MINUTE - (now - self._calls[-limit])
        self._calls.append(now + wait)
        return wait


def grouped(count: int) -> str:
    """A count as French writes it: « 12 400 »."""
    return f"{count:,}".replace(",", "\u202f")


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()


class Budget:
    """What one question or one request may still cost; every spending is checked before it is made."""

    def __init__(self, name: str, settings: EngineSettings, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._settings = settings
        self._clock = clock
        self.deadline = clock() + settings.duree_max
        self.calls = 0
        self.tokens = 0

    @property
    def left(self) -> float:
        """Seconds left."""
        return self.deadline - self._clock()

    def enter(self, prompt_tokens: int) -> None:
        """Before a call: raises the ``plafond`` error when it would go beyond a cap."""
        if self.calls >= self._settings.appels_max:
            raise fault("plafond", self._name, f"{self.calls} appels")
        if self.tokens + prompt_tokens > self._settings.jetons_max:
            raise fault("plafond", self._name, f"{self.tokens} jetons")
        if self.left <= 0:
            raise fault("plafond", self._name, f"{self._settings.duree_max:.0f} secondes")
        self.calls += 1

    def spend(self, tokens: int) -> None:
        """After a call: what it cost."""
        self.tokens += tokens
