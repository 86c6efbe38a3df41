"""Asking, queueing, stopping, failing: no message is ever lost."""

from __future__ import annotations

import threading

from corpus.errors import CorpusError
from tests.tui.driving import driven
from tests.tui.fake import DOCUMENT, FakeWorkshop, sample_draft
from tui.widgets.conversation import WINDOW, Bubble


def shown(drive_app: object) -> list[str]:
    return [str(b.content) for b in drive_app.workshop_screen.conversation.query(Bubble)]  # type: ignore[attr-defined]


async def test_a_question_gives_an_answer_with_its_sources(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.press("Q", "u", "i", "space", "é", "question_mark", "enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        assert fake.heard == [("Qui é?", "auto")]
        assert drive.app.workshop_screen.composer.text == ""
        assert any("[1]" in text and DOCUMENT in text for text in shown(drive.app))
        row = drive.app.workshop_screen.sources.row
        assert row is not None
        assert row.mark == 1


async def test_ctrl_j_makes_a_line_and_enter_sends_both(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("un")
        await drive.press("ctrl+j")
        await drive.type("deux ?")
        await drive.press("enter")
        await drive.until(lambda: fake.heard)
        assert fake.heard[0][0] == "un\ndeux ?"


async def test_messages_wait_in_line_while_one_is_answered(fake: FakeWorkshop) -> None:
    fake.gate = threading.Event()
    async with driven(fake) as drive:
        await drive.workshop()
        for text in ("a ?", "b ?"):
            await drive.type(text)
            await drive.press("enter")
        assert [w.text for w in drive.app.session.waiting] == ["b ?"]
        fake.gate.set()
        await drive.until(lambda: len(drive.app.session.messages) == 4)
        assert [text for text, _ in fake.heard] == ["a ?", "b ?"]


async def test_escape_stops_and_never_erases(fake: FakeWorkshop) -> None:
    fake.gate = threading.Event()
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.type("suite")
        await drive.press("escape")
        assert drive.app.session.busy is None
        assert drive.app.workshop_screen.composer.text == "suite"
        fake.gate.set()
        await drive.pilot.pause(0.1)
        assert [m.texte for m in drive.app.session.messages] == ["a ?"]


async def test_an_error_is_said_and_the_text_comes_back(fake: FakeWorkshop) -> None:
    fake.failure = CorpusError("L'index est occupé.", "Attendez la fin de l'indexation.")
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.until(lambda: drive.app.workshop_screen.composer.text == "a ?")
        assert any("Attendez" in text for text in shown(drive.app))
        assert drive.app.session.messages == [], "le message est revenu dans la saisie"
        fake.failure = None
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)


async def test_the_up_arrow_recalls_what_was_sent(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.press("up")
        assert drive.app.workshop_screen.composer.text == "a ?"


async def test_a_slash_command_completes_and_an_unknown_one_stays(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("/dem")
        await drive.press("tab")
        assert drive.app.workshop_screen.composer.text == "/demander "
        await drive.type("qui")
        await drive.press("enter")
        await drive.until(lambda: fake.heard)
        assert fake.heard == [("qui", "question")]
        await drive.type("/nimporte")
        await drive.press("enter")
        assert drive.app.workshop_screen.composer.text == "/nimporte"
        assert len(fake.heard) == 1


async def test_walking_the_turns_shows_their_sources(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        drive.app.workshop_screen.conversation.focus()
        await drive.press("up", "up")
        assert drive.app.session.shown == ()
        await drive.press("down")
        assert len(drive.app.session.shown) == 2


async def test_a_paste_is_taken_whole_and_clean(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("é" * 5000 + "\x1b[2J\u202e")
        assert drive.app.workshop_screen.composer.text == "é" * 5000 + " [2J"


def answers(count: int) -> list[dict[str, str]]:
    return [{"de": "assistant", "texte": f"Réponse {n}", "le": "2026-03-02T09:30:00Z"} for n in range(count)]


async def test_the_last_turns_are_nodes_and_the_others_come_when_one_goes_up(fake: FakeWorkshop) -> None:
    fake.save_state({"messages": answers(WINDOW + 40), "ecran": "atelier"})
    async with driven(fake) as drive:
        await drive.until(lambda: any(f"Réponse {WINDOW + 39}" in text for text in shown(drive.app)))
        conversation = drive.app.workshop_screen.conversation
        assert shown(drive.app)[0].startswith("40 messages plus haut")
        assert len(shown(drive.app)) == WINDOW + 1
        conversation.focus()
        for before in (10, 0):
            await drive.press("home")
            await drive.until(lambda: conversation.scroll_y == 0)
            await drive.press("pageup")
            await drive.until(lambda: conversation.scroll_y > 0)
            assert shown(drive.app)[0].startswith(f"{before} messages" if before else "Assistant\nRéponse 0")
        assert [text.split()[2] for text in shown(drive.app)] == [str(n) for n in range(WINDOW + 40)]
        await drive.press("end")
        await drive.until(lambda: conversation.scroll_y == conversation.max_scroll_y)
        drive.app.workshop_screen.composer.focus()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == WINDOW + 42)
        await drive.until(lambda: len(shown(drive.app)) <= WINDOW + 3)
        assert shown(drive.app)[0].startswith("41 messages")


async def test_walking_up_goes_on_into_the_turns_that_were_not_nodes(fake: FakeWorkshop) -> None:
    fake.save_state({"messages": answers(WINDOW + 2), "ecran": "atelier"})
    async with driven(fake) as drive:
        await drive.until(lambda: any("plus haut" in text for text in shown(drive.app)))
        conversation = drive.app.workshop_screen.conversation
        conversation.focus()
        conversation.action_walk(-WINDOW)
        await drive.press("up")
        [current] = conversation.query(".current").results(Bubble)
        assert "Réponse 1" in str(current.content)
        assert len(shown(drive.app)) == WINDOW + 2


async def test_a_stopped_request_leaves_no_draft(fake: FakeWorkshop) -> None:
    fake.gate = threading.Event()
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Une ludothèque")
        await drive.press("enter", "escape")
        await drive.until(lambda: fake.stopped)
        fake.gate.set()
        await drive.until(lambda: not [w for w in drive.app.workers if w.is_running])
        assert drive.app.session.draft is None
        assert fake.drafts() == []


async def test_a_stopped_change_leaves_the_draft_as_it_is_on_the_table(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        fake.gate = threading.Event()
        drive.app.workshop_screen.front("conversation")
        await drive.type("Petite enfance")
        await drive.press("enter", "escape")
        drive.app.workshop_screen.front("draft")
        await drive.press("a")
        await drive.settled()
        fake.gate.set()
        await drive.pilot.pause(0.6)
        await drive.settled()
        assert drive.app.session.draft is not None
        kept = fake.load_draft(drive.app.session.draft.id)
        assert kept.valeurs == drive.app.session.draft.valeurs
        assert not kept.of("axe")


async def test_a_new_page_keeps_the_conversation_and_home_opens_it_again(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.type("/nouveau")
        await drive.press("enter")
        await drive.until(fake.conversations)
        assert drive.app.session.messages == []
        await drive.press("f2")
        todo = drive.app.navigation.home.query_one("#todo")
        await drive.until(lambda: [o for o in todo.options if (o.id or "").startswith("conversation:")])  # type: ignore[attr-defined]
        chosen = next(i for i, o in enumerate(todo.options) if (o.id or "").startswith("conversation:"))  # type: ignore[attr-defined]
        todo.highlighted = chosen  # type: ignore[attr-defined]
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        await drive.settled()
        assert len(fake.conversations()) == 1


async def test_a_draft_is_duplicated(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.draft()
        first = drive.app.session.draft
        drive.app.do("duplicate")
        await drive.until(lambda: drive.app.session.draft is not first and len(fake.drafts()) == 2)
        assert drive.app.session.draft is not None
        assert first is not None
        assert drive.app.session.draft.id != first.id
        assert drive.app.session.draft.valeurs == first.valeurs


async def test_an_answer_is_shown_as_it_comes_then_settles_in_one_node(fake: FakeWorkshop) -> None:
    fake.gate, fake.pieces = threading.Event(), ["La commu", "La communauté [/x] porte"]
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: any("La communauté [/x] porte" in text for text in shown(drive.app)))
        assert len(drive.app.workshop_screen.conversation.query(Bubble)) == 2
        assert "Rédaction" in str(drive.app.workshop_screen.status.content)
        fake.gate.set()
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        assert not any("[/x]" in text for text in shown(drive.app))
        assert len(drive.app.workshop_screen.conversation.query(Bubble)) == 2


async def test_escape_keeps_what_came_and_one_key_asks_again(fake: FakeWorkshop) -> None:
    fake.gate, fake.pieces = threading.Event(), ["La communauté"]
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: any("La communauté" in text for text in shown(drive.app)))
        await drive.press("escape")
        kept = drive.app.session.messages[-1]
        assert (kept.texte, kept.incomplet) == ("La communauté", True)
        assert any("La communauté\n\n(Réponse incomplète" in text for text in shown(drive.app))
        fake.gate.set()
        fake.pieces = []
        await drive.press("f5")
        await drive.until(lambda: len(drive.app.session.messages) == 4 and not drive.app.session.busy)
        assert drive.app.session.messages[-1].texte == fake.answer


async def test_an_answer_comes_under_its_question_and_above_the_messages_in_line(fake: FakeWorkshop) -> None:
    fake.gate, fake.pieces = threading.Event(), ["La commu"]
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("a ?")
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.partial)
        await drive.type("b ?")
        await drive.press("enter")
        begun = [text.partition("\n")[0] for text in shown(drive.app)]
        assert begun == ["Vous", "Assistant", "Vous (en attente)"]
        await drive.press("escape")
        await drive.until(lambda: any("La commu\n(en cours" in text for text in shown(drive.app)[-1:]))
        assert [text.partition("\n")[0] for text in shown(drive.app)] == ["Vous", "Assistant", "Vous", "Assistant"]
        fake.gate.set()


async def test_leaving_a_conversation_stops_its_answer_and_keeps_every_word_in_it(fake: FakeWorkshop) -> None:
    fake.gate, fake.pieces = threading.Event(), ["La commu"]
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.press("f2")
        todo = drive.app.screen.query_one("#todo")
        await drive.until(lambda: todo.option_count > 3)  # type: ignore[attr-defined]
        todo.highlighted = 1  # type: ignore[attr-defined]
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft and drive.app.workshop_screen.is_current)
        drive.app.workshop_screen.front("conversation")
        await drive.pilot.pause()
        for text in ("a ?", "b ?"):
            await drive.type(text)
            await drive.press("enter")
        await drive.until(lambda: drive.app.session.partial)
        await drive.type("c")
        drive.app.do("new")
        await drive.until(lambda: drive.app.session.draft is None)
        await drive.settled()
        fake.gate.set()
        await drive.until(lambda: not [w for w in drive.app.workers if w.is_running])
        assert drive.app.session.messages == []
        assert [text for text, _ in fake.heard] == ["a ?"]
        kept = fake.load_draft(sample_draft().id)
        assert [(m.texte, m.incomplet) for m in kept.messages] == [("a ?", False), ("La commu", True)]
        assert kept.saisie == "b ?\n\nc"


async def test_a_command_on_disk_before_it_is_sent_does_not_come_back_with_its_draft(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    fake.save_state({"brouillon": sample_draft().id, "ecran": "atelier"})
    async with driven(fake) as drive:
        await drive.until(lambda: drive.app.session.draft and drive.app.workshop_screen.is_current)
        await drive.type("/nouveau")
        await drive.until(lambda: fake.load_draft(sample_draft().id).saisie == "/nouveau")
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft is None)
        await drive.settled()
        await drive.until(lambda: fake.load_draft(sample_draft().id).saisie == "")


async def test_a_command_leaves_the_text_of_the_conversation_it_opens(fake: FakeWorkshop) -> None:
    fake.save_state({"saisie": "gardé pour plus tard", "brouillon": sample_draft().id, "ecran": "atelier"})
    fake.save_draft(sample_draft())
    async with driven(fake) as drive:
        await drive.until(lambda: drive.app.session.draft and drive.app.workshop_screen.is_current)
        await drive.type("/nouveau")
        await drive.press("enter")
        await drive.until(lambda: drive.app.session.draft is None)
        await drive.pilot.pause()
        assert drive.app.workshop_screen.composer.text == "gardé pour plus tard"
        await drive.settled()
        assert fake.load_draft(sample_draft().id).saisie == ""
