"""Companies side by side: their odds, and the comparison in sentences. Of one company alone is parts.company."""
