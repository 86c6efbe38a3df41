"""What is kept of a conversation that is left, killed or broken off: every word, marked as what it is."""

from __future__ import annotations

import json

from tests.tui.fake import sample_draft
from tui.records import Turn
from tui.session import Outgoing, Session


def killed(session: Session) -> Session:
    """The session of the next start, from what is on disk of this one."""
    state = json.loads(json.dumps(session.state()))
    after = Session()
    wanted = after.restore(state)
    if wanted and session.draft:
        after.open(session.draft)
    after.resume(state)
    return after


def test_a_question_whose_answer_was_lost_comes_back_with_what_had_come() -> None:
    session = Session()
    session.sent(Outgoing("Qui ?", "question"))
    session.partial = "La comm"
    session.waiting.append(Outgoing("Où ?"))
    session.typed = "Quand"
    after = killed(session)
    assert [(m.de, m.texte, m.incomplet) for m in after.messages] == [
        ("vous", "Qui ?", False),
        ("assistant", "La comm", True),
    ]
    assert after.interrupted
    assert after.asked == Outgoing("Qui ?", "question")
    assert list(after.waiting) == [Outgoing("Où ?")]
    assert after.typed == "Quand"
    assert after.busy is None


def test_nothing_is_invented_of_an_answer_of_which_nothing_had_come() -> None:
    session = Session()
    session.sent(Outgoing("Qui ?"))
    after = killed(session)
    assert [m.texte for m in after.messages] == ["Qui ?"]
    assert after.interrupted


def test_an_answer_that_was_written_is_not_broken_off_by_an_older_state() -> None:
    session = Session()
    session.sent(Outgoing("Qui ?"))
    session.partial = "La comm"
    older = session.state()
    session.answered(Turn("reponse", "La commune."))
    after = Session()
    after.restore({**older, "messages": session.state()["messages"]})
    after.resume(older)
    assert [m.texte for m in after.messages] == ["Qui ?", "La commune."]
    assert not after.interrupted


def test_the_same_beside_a_draft() -> None:
    session = Session()
    session.open(sample_draft())
    session.sent(Outgoing("Un axe"))
    session.partial = "C'est no"
    after = killed(session)
    assert after.draft is not None
    assert [m.incomplet for m in after.draft.messages] == [False, True]


def test_a_damaged_state_says_nothing_of_answers() -> None:
    for damaged in ({"en_cours": 3}, {"en_cours": {"texte": 4}}, {"attente": "x"}, {"attente": [1, {"texte": ""}]}):
        session = Session()
        session.restore(dict(damaged))
        session.resume(dict(damaged))
        assert not session.interrupted
        assert not session.waiting


def test_what_a_model_had_begun_comes_before_the_answer_in_its_place() -> None:
    session = Session()
    session.sent(Outgoing("Qui ?"))
    replies = session.answered(Turn("reponse", "La commune [1].", inacheve=""))
    assert [(m.texte, m.incomplet) for m in replies] == [("", True), ("La commune [1].", False)]
    assert session.messages[1:] == replies
    assert session.busy is None


def test_messages_in_line_go_back_to_the_conversation_that_is_left() -> None:
    session = Session()
    session.typed = "fin"
    session.waiting.extend([Outgoing("un"), Outgoing("deux")])
    session.hold_back()
    assert session.typed == "un\n\ndeux\n\nfin"
    assert not session.waiting
