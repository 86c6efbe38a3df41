"""Keeping prompts and passages on this machine: LangChain's tracing is turned off, whatever the shell says."""

from __future__ import annotations

import os

_TRACING = (
    "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_GATEWAY",
)  # fmt: skip


def silence_tracing() -> None:
    """Turn tracing off before LangChain reads its variables; retrievers are traced as well as models."""
    for name in _TRACING:
        if os.environ.get(name):
            os.environ[name] = "false"
