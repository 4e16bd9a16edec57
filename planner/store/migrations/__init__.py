"""How a database of an earlier version becomes one of this version. Each step stands for ever as it was written."""
