"""Opens versions at the saved plan, as the menu says.

A server that has drawn nothing yet does not know the menu, and looks for this file (docs/decisions/0012).
"""

from pages.shared.session import state

state.run_within_the_frame()
