"""What the person states, a module a group. An input is declared there once."""
