"""Work done off the event loop: a thread computes and posts, a handler of the screen changes state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.worker import Worker, get_current_worker

from corpus.errors import FichesError
from tui import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.screen import Screen


class JobDone(Message, bubble=False):
    """A job ended well; ``group`` names the kind of work."""

    def __init__(self, group: str, result: Any) -> None:  # noqa: ANN401
        super().__init__()
        self.group = group
        self.result = result


class JobFailed(Message, bubble=False):
    """A job failed; ``message`` and ``next_step`` are fit to be shown."""

    def __init__(self, group: str, message: str, next_step: str) -> None:
        super().__init__()
        self.group = group
        self.message = message
        self.next_step = next_step


class JobProgress(Message, bubble=False):
    """News of a running job."""

    def __init__(self, group: str, step: Any) -> None:  # noqa: ANN401
        super().__init__()
        self.group = group
        self.step = step


def start(owner: Screen[Any] | App[Any], group: str, function: Callable[[], Any]) -> Worker[None]:
    """Run ``function`` in a thread; its result comes back to ``owner`` as a message.

    One job at a time in a group: a newer one makes the result of the older one be dropped.
    """

    def body() -> None:
        worker = get_current_worker()
        outcome = _outcome(group, function)
        if not worker.is_cancelled:
            owner.post_message(outcome)

    return owner.run_worker(body, name=group, group=group, thread=True, exclusive=True, exit_on_error=False)


def _outcome(group: str, function: Callable[[], Any]) -> Message:
    """The boundary of the interface: whatever fails in a thread becomes a message, never a traceback."""
    try:
        return JobDone(group, function())
    except FichesError as error:
        return JobFailed(group, error.message, error.next_step)
    except Exception as error:  # noqa: BLE001
        from assistant.cli.report import keep_report

        next_step = texts.UNEXPECTED_NEXT.format(report=keep_report(error))
        return JobFailed(group, texts.UNEXPECTED.format(kind=type(error).__name__), next_step)
