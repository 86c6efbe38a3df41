"""What a verb needs to work: where the data live, the engine, the output, and the workshop when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.settings import Settings, data_folder, load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.cli.output import Output
    from assistant.workshop import Workshop
    from corpus.progress import Progress


@dataclass
class Context:
    """One run of the command; nothing heavy is loaded before it is asked for."""

    out: Output
    donnees: str | None = None
    moteur: str | None = None
    chroma: str | None = None
    as_json: bool = False
    narrates: bool = False
    """Whether the terminal is this command's to write to, and not a drawn screen's."""

    @cached_property
    def data(self) -> Path:
        """The data folder."""
        return data_folder(self.donnees)

    @cached_property
    def settings(self) -> Settings:
        """The settings kept in the data folder."""
        return load_settings(self.data)

    @cached_property
    def workshop(self) -> Workshop:
        """The corpus, the drafts and the engine, behind one door."""
        from assistant.sharing import shared_url
        from assistant.workshop import Workshop

        workshop = Workshop(
            self.data,
            engine=self.moteur or self.settings.moteur,
            model=self.settings.modele,
            reranker=self.settings.reranker,
            chroma=shared_url(self.chroma, self.settings.chroma),
        )
        if self.narrates:
            workshop.on_receiving = self._say_received
        return workshop

    def _say_received(self, progress: Progress) -> None:
        self.out.progress(f"Réception {progress.done}/{progress.total} {progress.document}")
        if progress.done >= progress.total:
            self.out.end_progress()

    def close(self) -> None:
        """Let go of the index, when it was used."""
        if "workshop" in self.__dict__:
            self.workshop.close()

    def say_notices(self) -> None:
        """Say what a person should know of the corpus that was used."""
        if "workshop" in self.__dict__:
            for notice in self.workshop.notices():
                self.out.say(notice)

    def tell_spent(self) -> None:
        """Say what a language model has just cost, beside the result."""
        if self.workshop.spent:
            self.out.say(self.workshop.spent)
