"""What a citation rests on, in words: the kind of a figure and the grade of its source. Marked English texts."""

from planner.language import mark

KINDS = {
    "published": mark("published"),
    "derived": mark("derived"),
    "invented": mark("invented"),
    "yours": mark("yours"),
}
GRADES = {
    "primary": mark("primary source"),
    "secondary": mark("secondary source"),
    "weak": mark("weak source"),
    "yours": mark("from your own documents"),
}
