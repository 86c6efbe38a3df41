"""The light and the dark theme."""

from __future__ import annotations

from textual.theme import Theme

CLAIR = Theme(
    name="clair",
    primary="#1f5fa8",
    secondary="#5b6b7d",
    accent="#8a3f9e",
    success="#1d7a46",
    warning="#9a5b00",
    error="#b3261e",
    foreground="#1c2430",
    background="#fbfbf8",
    surface="#f3f3ee",
    panel="#e6e8e6",
    dark=False,
    variables={
        "sourdine": "#5f6975",
        "footer-key-foreground": "#1f5fa8",
        "border": "#1f5fa8",
        "border-blurred": "#c4c8c6",
    },
)
SOMBRE = Theme(
    name="sombre",
    primary="#7db4ef",
    secondary="#9aa7b5",
    accent="#d3a4e6",
    success="#7fd0a0",
    warning="#eebf6d",
    error="#f2938c",
    foreground="#e4e8ec",
    background="#15191e",
    surface="#1b2026",
    panel="#272e36",
    dark=True,
    variables={
        "sourdine": "#95a1ad",
        "footer-key-foreground": "#7db4ef",
        "border": "#7db4ef",
        "border-blurred": "#3d4752",
    },
)
DEFAULT = CLAIR.name
THEMES = {theme.name: theme for theme in (CLAIR, SOMBRE)}
