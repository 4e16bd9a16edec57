"""How much of a volume is paid in each bracket."""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.team import Array
from planner.inputs.pay.brackets import Bracketed


def share_in_each(part: Bracketed, volume: Array) -> Array:
    """The share of each volume that is paid at the rate of each bracket, (brackets, volumes): whole, 1 in one."""
    begins = np.array([bracket.from_volume for bracket in part.brackets])[:, None]
    if part.pays == "marginal":
        ends = np.append(begins[1:], np.inf)[:, None]
        inside = np.clip(np.minimum(volume, ends) - begins, 0.0, None)
        return np.asarray(np.divide(inside, volume, out=np.zeros_like(inside), where=volume > 0))
    is_entered = entered(part, volume, begins)
    return np.asarray(is_entered & ~np.vstack([is_entered[1:], np.zeros_like(is_entered[:1])]), dtype=np.float64)


def entered(part: Bracketed, volume: Array, begins: Array) -> NDArray[np.bool_]:
    """Whether volumes are in brackets that begin there, or in higher ones."""
    if part.threshold == "passed":
        return np.asarray(np.where(begins > 0, volume > begins + NEARLY, volume + NEARLY >= begins))
    return np.asarray(volume + NEARLY >= begins)
