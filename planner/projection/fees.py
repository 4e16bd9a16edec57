"""What the company charges for staying."""

import numpy as np

from planner.inputs.terms import RENEWAL_EVERY_MONTHS, Terms
from planner.projection.assumptions import Array


def company_fees(terms: Terms, months: int) -> tuple[Array, Array]:
    """Renewal and website fees by month as paid, and spread over the months they cover; each (months + 1, 1).

    The renewal is paid in months 12, 24, ... and covers the twelve months that begin there.
    """
    month = np.arange(months + 1)
    website = np.where(month > terms.website_free_months, terms.website_fee, 0.0)
    website[0] = 0.0
    renewal = np.where((month % RENEWAL_EVERY_MONTHS == 0) & (month > 0), terms.renewal_fee, 0.0)
    spread = np.where(month >= RENEWAL_EVERY_MONTHS, terms.renewal_fee / RENEWAL_EVERY_MONTHS, 0.0)
    return (website + renewal)[:, None], (website + spread)[:, None]
