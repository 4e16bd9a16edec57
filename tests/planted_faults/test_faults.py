"""Planted faults name what stands in a module once; one of lines that were rewritten would plant nothing."""

from tests.planted_faults.__main__ import ROOT
from tests.planted_faults.faults import FAULTS


def test_every_fault_names_what_is_there_once():
    gone = [
        f"{fault.path}: {fault.old}" for fault in FAULTS if (ROOT / fault.path).read_text("utf-8").count(fault.old) != 1
    ]
    assert gone == []
