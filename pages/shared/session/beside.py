"""What is laid beside the plan on Versions, as far as other pages may lay something there."""

import streamlit as st

from planner.inputs.plan_file import PlanFile

READ = "version_in_file"  # a file is kept until the tab closes, since Streamlit drops an upload when its page is left
CHOSEN = "laid_beside"
FILE = "file"  # among what is chosen, the plan of that file


def lay(file: PlanFile) -> None:
    """Lays another plan beside the plan, and nothing else."""
    st.session_state[READ] = file
    st.session_state[CHOSEN] = (FILE,)
