"""A bare Streamlit script: the charts of the cash-flow page from constants, and nothing else."""

import gc

import streamlit as st

from tests.benchmarks.drawn import CHARTS


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """As the program does it, or the yardstick would be slower than what is measured."""
    gc.collect()
    gc.freeze()


warm_up()
for number, chart in enumerate(CHARTS):
    st.vega_lite_chart(dict(chart.data), chart.spec, alt=chart.sentence, key=f"chart_{number}")
