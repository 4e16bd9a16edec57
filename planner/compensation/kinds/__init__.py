"""A kind of pay a file: what it pays on the volumes of a month. What every kind rests on (ranks, volumes) is beside."""
