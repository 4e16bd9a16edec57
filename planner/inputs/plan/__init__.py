"""What the person states, a module a group. An input is declared there once. Nothing that a company publishes."""
