"""How it is computed: the texts, and the evidence on the industry. Nothing of the plan of the person."""
