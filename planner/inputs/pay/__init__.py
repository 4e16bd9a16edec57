"""How a company pays a team, as data: a kind of pay a file, ranks, gates; and the file in which somebody states it."""
