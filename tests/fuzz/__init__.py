"""Nothing typed breaks it: mutants of all that a person can bring, each refused in words or computed and written.

What is mutated and how is in mutants, what each sort is read as in sorts, what is done with an accepted one in taken,
and how many of them in the module itself, as a program: `make fuzz`.
"""
