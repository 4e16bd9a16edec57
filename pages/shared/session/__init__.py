"""The one plan of a session: what it is, how it got there, how it is kept, handed over and taken back.

Shows nothing of its results.
"""
