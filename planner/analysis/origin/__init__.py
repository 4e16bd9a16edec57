"""Where an amount of the statement comes from: computed anew from the definition, so that it checks the engine.

What it is checked against is never what it is computed by.
"""
