"""The fields of a plan as a whole: who is active, ranks, gates, caps and rounding."""

from planner.inputs.cited.source import Record
from planner.inputs.pay.breakaway import Breakaway
from planner.inputs.pay.limits.caps import MemberCap, MostOfRank, PayoutCap, Rounding
from planner.inputs.pay.limits.gates import CustomersGate, CustomerVolumeGate, Gate, OutsideShareGate, SoldShareGate
from planner.inputs.pay.pay_plan import PayPlan, PointIn
from planner.inputs.pay.ranks import RankedLegs, RankRule
from planner.inputs.pay.titles.title import Title, Titles
from planner.language import mark

ON_NOTHING = Title(mark("Whoever bought nothing"), "choice")
BASE = Title(
    mark("What is paid on, for each 1 that goods count for"),
    "points",
    mark("1 where pay is counted on what goods count for; 1.25 where shop price is paid on and goods count for 80 %."),
)
FROM_RANK = Title(mark("From the rank"), "rank")

OF_THE_WHOLE: dict[type[Record], Titles] = {
    PayPlan: {
        "value_of_point": Title(mark("Money that a point stands for"), "points", mark("Rates are taken of it.")),
        "points_per_100_retail": Title(
            mark("Points of goods for 100 at shop price"),
            "points",
            mark("Needed where sales in money keep somebody active."),
        ),
        "countries": Title(mark("Countries in which a point stands for other money"), "rows"),
        "minimum_personal_volume": Title(
            mark("Own points that keep somebody active"), "points", mark("Who is not active is paid nothing.")
        ),
        "minimum_sales": Title(mark("Sales to customers that keep somebody active, at shop price"), "money"),
        "activity_window": Title(mark("Over which months this is asked for"), "choice"),
        "ranks": Title(mark("Ranks, from the lowest"), "rows"),
        "threshold": Title(mark("When points are enough for a rank"), "choice"),
        "breakaway": Title(mark("Groups break away"), "group"),
        "parts": Title(mark("Parts of the pay"), "rows"),
        "gates": Title(mark("What is asked for before it is paid"), "rows"),
        "caps": Title(mark("The most that one member is paid"), "rows"),
        "payout_cap": Title(mark("The most of all pay together"), "group"),
        "rounding": Title(mark("Rounding"), "group"),
    },
    PointIn: {
        "country": Title(mark("Country"), "text"),
        "value_of_point": Title(mark("Money that a point stands for"), "points"),
    },
    RankRule: {
        "name": Title(mark("What the rank is called"), "text"),
        "personal_volume": Title(mark("Own points"), "points"),
        "lifetime_volume": Title(mark("Own points since joining"), "points"),
        "group_volume": Title(
            mark("Points of the group"), "points", mark("One's own and those of everyone below, together.")
        ),
        "outside_largest_leg": Title(mark("Points outside the largest leg"), "points"),
        "leg_count": Title(mark("Legs"), "count", mark("A leg is a recruit of one's own with everyone below them.")),
        "leg_volume": Title(mark("Points of each leg"), "points"),
        "active_legs": Title(mark("Legs with somebody active"), "count"),
        "frontline": Title(mark("Active recruits of your own"), "count"),
        "ranked_legs": Title(mark("Legs with somebody of a rank"), "rows"),
        "months_in_row": Title(mark("Months in a row"), "count"),
        "in_row_for": Title(mark("Months in a row are asked for"), "choice"),
        "rate": Title(
            mark("Rate of the rank"),
            "share",
            mark("Where a part pays the difference between steps; else leave it empty."),
        ),
        "kept": Title(mark("Once reached"), "choice"),
        "after": Title(mark("Only with this lower rank"), "rank"),
    },
    RankedLegs: {
        "rank": Title(mark("Rank"), "rank"),
        "legs": Title(mark("Legs"), "count"),
    },
    Breakaway: {
        "rank": Title(mark("From the rank"), "rank"),
        "ranks_by": Title(mark("What counts for the ranks above"), "choice"),
    },
    Gate: {
        "name": Title(mark("What the company calls it"), "words"),
        "parts": Title(mark("Only for these parts of the pay"), "parts", mark("For all of them where none is chosen.")),
    },
    CustomersGate: {"least": Title(mark("Outside customers who must buy in the month"), "count")},
    CustomerVolumeGate: {"least": Title(mark("Points that outside customers must buy in the month"), "points")},
    SoldShareGate: {
        "least": Title(mark("Share of one's purchases that must be sold"), "share"),
        "of": Title(mark("Of which purchases"), "choice"),
        "own_use_counts": Title(mark("What one uses oneself"), "choice"),
        "on_nothing": ON_NOTHING,
    },
    OutsideShareGate: {
        "least": Title(mark("Share of the points that outside customers must buy"), "share"),
        "of": Title(mark("Of whose points"), "choice"),
        "on_nothing": ON_NOTHING,
    },
    MemberCap: {
        "name": Title(mark("What the company calls it"), "words"),
        "most": Title(mark("At most, in a month"), "money"),
        "by_rank": Title(mark("Other amounts from a rank on"), "rows"),
        "parts": Title(mark("Only for these parts of the pay"), "parts", mark("For all of them where none is chosen.")),
    },
    MostOfRank: {"rank": FROM_RANK, "most": Title(mark("At most, in a month"), "money")},
    PayoutCap: {
        "share": Title(mark("At most this share of what the team orders"), "share"),
        "base_per_value": BASE,
        "exempt": Title(mark("Parts that are not cut"), "parts"),
        "exempt_count": Title(mark("Whether these use up the share"), "choice"),
    },
    Rounding: {
        "to": Title(mark("To this amount"), "points", mark("0.01 for a cent.")),
        "per": Title(mark("What is rounded"), "choice"),
        "when": Title(mark("Before or after caps"), "choice"),
        "how": Title(mark("Up or down"), "choice"),
    },
}
