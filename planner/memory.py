"""Memory between arrays: what is given back to the system must be cleared by it before it is there again."""

import numpy as np

LARGEST_LET_GO = 31 * 2**20  # bytes; glibc heeds blocks of up to 32 MB


def keep_what_is_let_go() -> None:
    """From here on some 60 MB of what arrays leave behind stay with the program, for the next ones to lie in.

    glibc gives back whatever is more than twice the largest block that it was ever handed; after small ones that is
    next to nothing, and half the time of computing with arrays of 1 MB went into memory that came and went. A large
    block, of which no page is touched, takes microseconds. Other C libraries are as they were.
    """
    np.empty(LARGEST_LET_GO, dtype=np.uint8)
