"""Testing an endpoint step by step: what works, and what to fix first. Only fixed phrases are sent, no user text."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from assistant.engines.langue.budget import Usage
from assistant.engines.langue.faults import EngineError, fault, of_exception
from assistant.engines.langue.models import ModelInfo, accepted, choose, context_of, list_models
from assistant.engines.langue.schemas import Completed
from assistant.engines.langue.session import Prompt, Session
from assistant.engines.langue.structured import LADDER, LadderMemory, ask_structured
from assistant.engines.langue.transport import open_client

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import httpx

    from assistant.engines.langue.endpoint import Endpoint

State = Literal["oui", "non", "non réglé", "à savoir"]
_HELLO = Prompt("Tu réponds en un mot.", "Réponds par le seul mot : OUI")
_COMPLETE = Prompt(
    'Tu réponds seulement par un objet JSON : {"question": "…"}', 'Recopie cette question dans "question" : Qui ?'
)
_PHRASES = ("Le relais petite enfance ouvre le lundi.", "La piscine est fermée en hiver.")
ENOUGH_CONTEXT = 6_000


@dataclass(frozen=True, slots=True)
class Step:
    """One thing tested: whether it works, what was seen, what to do."""

    nom: str
    etat: State
    detail: str = ""
    piste: str = ""


def examine(endpoint: Endpoint, data: Path) -> Iterator[Step]:
    """The steps in order; what follows a step that everything needs is not tried when it fails."""
    yield Step("adresse", "oui", f"{endpoint.url} ({'cette machine' if endpoint.local else 'distant'})")
    yield Step("clé", "oui", endpoint.key.source) if endpoint.key else Step("clé", "à savoir", "aucune")
    if not endpoint.local:
        yield _agreement(endpoint)
        yield Step("masquage", "oui" if endpoint.masks else "à savoir", "noms, courriels et téléphones")
    client, _ = open_client(endpoint)
    with client:
        models = yield from _models(endpoint, client)
        if models is None:
            return
        model = yield from _model(endpoint, models)
        if model is None:
            return
        yield from _conversation(endpoint, model, data)
        yield from _embeddings(endpoint, client)
        yield from _rerank(endpoint, client)


def _agreement(endpoint: Endpoint) -> Step:
    if endpoint.agreed:
        return Step("accord", "oui", "vous avez accepté l'envoi de textes")
    return Step("accord", "non", endpoint.notice, fault("accord", endpoint.name).next_step)


def _failed(name: str, error: EngineError) -> Step:
    return Step(name, "non", error.message, error.next_step)


def _models(endpoint: Endpoint, client: httpx.Client) -> Any:  # noqa: ANN401  a generator that returns models
    """Whether the endpoint answers and accepts the key; some do not list their models."""
    try:
        found = list_models(endpoint, client)
    except EngineError as error:
        if error.motif in ("modele", "methode", "illisible") and endpoint.settings.modele:
            yield Step("joignable", "oui")
            yield Step("liste des modèles", "à savoir", "le serveur ne la donne pas")
            return []
        if error.motif in ("cle", "droits"):
            yield Step("joignable", "oui")
            yield _failed("autorisé", error)
        else:
            yield _failed("joignable", error)
        return None
    yield Step("joignable", "oui")
    yield Step("autorisé", "oui")
    return found


def _model(endpoint: Endpoint, models: list[ModelInfo]) -> Any:  # noqa: ANN401  a generator that returns a model
    names = ", ".join(m.id for m in models if m.chats) or "aucun"
    try:
        model = choose(endpoint, models)
    except EngineError as error:
        yield _failed("modèle", error)
        return None
    if models and not any(m.is_named(model.id) for m in models):
        yield Step(
            "modèle",
            "non",
            f"« {model.id} » n'est pas proposé ; proposés : {names}",
            "Choisissez-en un : --modele NOM.",
        )
        return None
    yield Step("modèle", "oui", f"{model.id} (proposés : {names})" if models else model.id)
    context = context_of(endpoint, model)
    small = context < ENOUGH_CONTEXT
    advice = "Prenez un modèle d'au moins 8 000 jetons, ou augmentez son contexte sur le serveur." if small else ""
    yield Step("contexte", "à savoir" if small else "oui", f"{context} jetons", advice)
    return model


def _conversation(endpoint: Endpoint, model: ModelInfo, data: Path) -> Iterator[Step]:
    memory = LadderMemory(data)
    with Session(endpoint, model.id, Usage(data, endpoint.name, endpoint.settings)) as session:
        try:
            session.complete(_HELLO)
            yield Step("conversation", "oui")
        except EngineError as error:
            yield _failed("conversation", error)
            if error.motif not in ("vide", "longueur", "filtre"):
                return
        try:
            pieces = list(session.stream(_HELLO))
            yield Step("au fil de l'eau", "oui", f"{len(pieces)} morceau(x)")
        except EngineError as error:
            yield _failed("au fil de l'eau", error)
        try:
            ask_structured(session, _COMPLETE, Completed, memory, endpoint.name)
            yield Step("réponse structurée", "oui", LADDER[memory.step(session.memory_key)])
        except EngineError as error:
            yield _failed("réponse structurée", error)


def _embeddings(endpoint: Endpoint, client: httpx.Client) -> Iterator[Step]:
    name = endpoint.settings.embeddings
    if not name:
        yield Step("vecteurs", "non réglé", "le modèle livré avec le programme sert à la recherche")
        return
    try:
        rows = _posted(
            endpoint, client, "embeddings", {"model": name, "input": list(_PHRASES), "encoding_format": "float"}
        )
        vectors = [row["embedding"] for row in rows["data"]]
        if len(vectors) == len(_PHRASES) and all(math.isfinite(x) for v in vectors for x in v):
            yield Step("vecteurs", "oui", f"{name}, dimension {len(vectors[0])}")
        else:
            yield _failed("vecteurs", fault("illisible", endpoint.name))
    except Exception as error:  # noqa: BLE001  the boundary with client libraries
        yield _failed("vecteurs", of_exception(error, endpoint.name))


def _rerank(endpoint: Endpoint, client: httpx.Client) -> Iterator[Step]:
    name = endpoint.settings.rerank
    if not name:
        yield Step("reclassement", "non réglé")
        return
    try:
        body = {"model": name, "query": "Quand ouvre le relais ?", "documents": list(_PHRASES)}
        rows = _posted(endpoint, client, "rerank", body)
        best = max(rows["results"], key=lambda row: row["relevance_score"])
        right = best["index"] == 0
        yield Step(
            "reclassement", "oui" if right else "à savoir", name if right else f"{name} classe mal un exemple simple"
        )
    except Exception as error:  # noqa: BLE001  the boundary with client libraries
        yield _failed("reclassement", of_exception(error, endpoint.name))


def _posted(endpoint: Endpoint, client: httpx.Client, path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401
    response = client.post(f"{endpoint.url}/{path}", json=body)
    accepted(response, endpoint.name)
    return response.json()
