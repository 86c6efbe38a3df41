"""A model that answers each task with what a test has written for it, and a workshop that uses it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from assistant.settings import EngineSettings, Settings, save_settings
from assistant.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint

_TASKS = {
    "interpreter": "ce qu'il change dans la fiche",
    "questionner": "la question la plus utile",
    "reformuler": "Tu réécris un texte",
    "proposer": "tu proposes des éléments",
    "resumer": "Tu résumes le début",
    "suite": "Tu complètes une question",
    "repondre": "à sa question",
}


def task_of(body: Body) -> str:
    """The task a prompt is for."""
    rules = " ".join(body["messages"][0]["content"].split())
    return next((task for task, words in _TASKS.items() if words in rules), "")


def scripted(**replies: object) -> Callable[[Body], str]:
    """A model that gives the reply of each task; nothing proposed, no question and no change for the others."""
    plain: dict[str, Any] = {
        "proposer": {"elements": []},
        "questionner": {"champ": "aucun", "question": "aucune ?"},
        "interpreter": {"intention": "autre", "changements": []},
        **replies,
    }

    def answer(body: Body) -> str:
        reply = plain.get(task_of(body), "ABSENT")
        return reply if isinstance(reply, str) else json.dumps(reply)

    return answer


def tasks(fake: FakeEndpoint) -> list[str]:
    """The tasks asked so far, in order."""
    return [task_of(body) for body in fake.calls()]


def workshop_with(fake: FakeEndpoint, data: Path, **settings: object) -> Workshop:
    """A workshop on an empty corpus, whose engine « essai » is the fake endpoint."""
    given = EngineSettings.model_validate({"url": fake.url, "delai": 2.0, "duree_max": 20, **settings})
    save_settings(data, Settings(moteur="essai", moteurs={"essai": given}))
    return Workshop(data, engine="essai")
