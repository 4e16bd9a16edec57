"""What a plan comes to, in sentences and four figures, for screen, shell and paper. Knows how nothing looks."""
