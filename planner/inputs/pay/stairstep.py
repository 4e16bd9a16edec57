"""Stairstep differential: the rate of one's rank on the whole group, less what those below take of it."""

from typing import ClassVar, Literal

from pydantic import Field

from planner.inputs.pay.part import Part


class Stairstep(Part):
    """Everybody's rate is that of their rank; it is paid on what everyone below buys, as far as it is above theirs.

    rate_by: "paid_as", the rank of the month; "title", the highest so far, where ranks are kept for life.
    without_rank: the rate of who is active and has no rank. Whoever is below from_rank has no rate.
    own: "paid", the own rate on one's own goods too; "in_price", one has it as a lower price, so that it is not paid
    and nobody above is paid that part of it either.
    taken: "by_chain", the highest rate of all between the buyer and oneself, the buyer among them; "by_leg", the rate
    of the leg's head alone, whatever those below the head have.
    inactive: whoever is not active is paid nothing. "keeps": nobody above is paid their rate in their place, which is
    that of the rank whose conditions the month meets but for activity and months in a row. "rolls_up": they have no
    rate, and by leg are no head, so that the next above is paid the whole of it.
    broken_away: whether those above somebody whose group broke away are paid nothing on that group, or the difference
    that their rate leaves. What is above everybody's rate is paid to nobody.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["stairstep"]
    rate_by: Literal["paid_as", "title"] = "paid_as"
    without_rank: float = Field(0, ge=0, le=1)
    own: Literal["paid", "in_price"] = "paid"
    taken: Literal["by_chain", "by_leg"] = "by_chain"
    inactive: Literal["keeps", "rolls_up"] = "keeps"
    broken_away: Literal["nothing", "difference"] = "nothing"

    @property
    def by_rank(self) -> bool:
        """Whether nobody has a rate without the rank of the month."""
        return self.rate_by == "paid_as" and not self.without_rank
