"""Printed examples typed as the proofs of a pay plan: each is paid as printed, and lost by one reading that differs.

Their sources stand in worked_examples.toml, by the same names.
"""

import pytest

from planner.analysis.team.paid import payer_of_file
from planner.analysis.team.proven.readings import Option, bring_together, with_options
from planner.analysis.team.proven.run import ProofRun, run_proofs
from planner.inputs.pay.pay_file import read_pay_file

HEAD = 'name = "A"\ncurrency = "USD"\n'
PROOF = '[[proofs]]\ntitle = { en = "As printed", sv = "Som tryckt" }\n'

# By name: the plan and its proof; and a field with another value, with which the proof is lost.
PROOFS = {
    "W05": (
        """
        ranks = [{ name = "3 %", group_volume = 600, rate = 0.03 }, { name = "6 %", group_volume = 900, rate = 0.06 }]
        parts = [{ rule = "stairstep" }]
        """,
        """
        team = [{ member = "You", personal_volume = 300 }, { member = "Leg", sponsor = "You", personal_volume = 600 }]
        printed = [{ member = "You", pay = 36, to = 1 }, { member = "You", paid_as = "6 %" }]
        """,
        (("parts", 0, "own"), "in_price"),
    ),
    "X17": (
        'parts = [{ rule = "binary", cycle = { strong = 600, weak = 300, pays = 54 } }]',
        """
        team = [
            { member = "You" },
            { member = "Left", sponsor = "You", personal_volume = 600 },
            { member = "Right", sponsor = "You", personal_volume = 300 },
        ]
        printed = [{ member = "You", pay = 54, to = 1 }]
        """,
        (("parts", 0, "strong_side"), "right"),
    ),
    "X20": (
        'parts = [{ rule = "fast_start", packages = [{ from_points = 499, amounts = [20, 60, 20] }] }]',
        """
        team = [
            { member = "Third" },
            { member = "Second", sponsor = "Third" },
            { member = "First", sponsor = "Second" },
            { member = "New", sponsor = "First", personal_volume = 499, joining_order = 499 },
        ]
        printed = [{ pay = 100, to = 1 }, { member = "Second", pay = 60, to = 1, part = 1, step = 2 }]
        """,
        None,  # no other reading pays this one otherwise
    ),
    "X11": (
        """
        ranks = [{ name = "Manager", personal_volume = 1000 }]
        parts = [{ rule = "generations", rates = [0.06, 0.03, 0.02], ends_rank = "Manager" }]
        """,
        """
        team = [
            { member = "You", personal_volume = 1000 },
            { member = "A", sponsor = "You", personal_volume = 1000 },
            { member = "B", sponsor = "A", personal_volume = 1000 },
            { member = "C", sponsor = "B", personal_volume = 1000 },
        ]
        printed = [
            { member = "You", pay = 110, to = 1 },
            { member = "You", pay = 60, to = 1, part = 1, step = 1 },
            { member = "You", pay = 20, to = 1, leg = "C" },
        ]
        """,
        (("parts", 0, "leader_volume"), "left_out"),
    ),
    "W25a": (
        """
        [[parts]]
        rule = "own_sales"
        by = "order"
        pays = "whole"
        threshold = "reached"
        brackets = [{ from_volume = 265, rate = 0.3 }]
        """,
        """
        team = [{ member = "You", order = "1", personal_volume = 265, customer_sales = 265 }]
        printed = [{ member = "You", pay = 79.5, to = 0.1 }]
        """,
        (("parts", 0, "threshold"), "passed"),
    ),
}


@pytest.mark.parametrize("name", PROOFS)
def test_a_printed_example_is_a_proof(name):
    plan, proof, other = PROOFS[name]
    file, faults = read_pay_file(f"{HEAD}{plan}\n{PROOF}{proof}".encode(), "a.toml")
    assert file is not None, faults
    payer = payer_of_file(file)
    (run,) = run_proofs(payer)
    assert isinstance(run, ProofRun)
    assert [(each.ours, each.agrees) for each in run.figures if not each.agrees] == []
    if other is None:
        return
    read_otherwise = with_options(file, [Option(*other)])
    assert read_otherwise is not None
    changed = payer_of_file(read_otherwise)
    (lost,) = run_proofs(changed)
    assert isinstance(lost, ProofRun)
    assert not lost.agrees
    found = [reading.options for reading in bring_together(changed, read_otherwise.proofs[0])]
    assert any(option.path == other[0] for options in found for option in options)
