"""What a plan comes to, the same on every page.

Question and answer, the headline, four figures, what to know about them.
"""
