"""Who said what: the inputs with what hangs on them, what is said of the company, the notes. No arithmetic."""
