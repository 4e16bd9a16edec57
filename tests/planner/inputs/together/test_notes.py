"""Notes that are added to others, which all stay."""

from planner.inputs.together.notes import Note, Remark, with_all_of

WHY = Note(to="page", place="start", thread=(Remark(text="Why?", by="Ann"),))
FUEL = Note(to="page", place="odds", thread=(Remark(text="And the fuel?", by="Bo"),))


def answered(note: Note, text: str) -> Note:
    return Note(to=note.to, place=note.place, thread=(*note.thread, Remark(text=text)), done=True)


def test_what_was_taken_out_or_written_anew_is_there_beside_what_was_added() -> None:
    assert with_all_of((WHY, FUEL), (answered(WHY, "So."),)) == (answered(WHY, "So."), FUEL)
    assert with_all_of((answered(WHY, "So."),), (WHY,)) == (answered(WHY, "So."), WHY)
    assert with_all_of((WHY, WHY), (WHY, FUEL)) == (WHY, WHY, FUEL)
