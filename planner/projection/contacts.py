"""Whom the distributor asks: an address book that is used up, shared by customers and recruits, or a schedule."""

from dataclasses import dataclass

import numpy as np

from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Contacts:
    """People asked and found, (horizon + cover + 1, scenarios), month 0 being the launch, when nobody is asked.

    approached: asked during the month, cold contacts among them. remaining: on the list at its end. new_customers and
    recruits: found during the month, in the address book or as the plan's schedule says, and at parties.
    """

    approached: Array
    remaining: Array
    new_customers: Array
    recruits: Array


def project_contacts(assumptions: Assumptions) -> Contacts:
    """approached = share * remaining of the month before + cold; remaining = remaining before * (1 - share)."""
    months = np.arange(len(assumptions.new_customers))[:, None]
    shape = (len(months), assumptions.scenarios)
    remaining = assumptions.contacts * (1 - assumptions.share_approached) ** months
    approached = np.zeros(shape)
    approached[1:] = assumptions.share_approached * remaining[:-1] + assumptions.cold_a_month
    customers = approached * assumptions.become_customers
    recruits = approached * assumptions.become_recruits
    if not assumptions.customers_from_book:
        customers = np.broadcast_to(assumptions.new_customers, shape)
    if not assumptions.recruits_from_book:
        recruits = np.broadcast_to(assumptions.recruits, shape)
    return Contacts(
        approached=approached,
        remaining=np.broadcast_to(remaining, shape),
        new_customers=customers + assumptions.party_customers,
        recruits=recruits + assumptions.party_recruits,
    )
