"""A team that exists: its file, by whom it is paid, one member's receipt, the whole and its tree. No arithmetic."""
