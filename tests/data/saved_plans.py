"""Saves the sample plans anew, with what an input that was added since states by default."""

from planner.inputs.plan_file import dump_plan_file
from tests.data.test_sample_plans import PATHS, opened

if __name__ == "__main__":
    for path in PATHS:
        path.write_bytes(dump_plan_file(opened(path)))
