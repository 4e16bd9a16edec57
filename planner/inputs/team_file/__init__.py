"""A team's file: who recruited whom and what each bought, read with every fault of it. Pays nothing."""
