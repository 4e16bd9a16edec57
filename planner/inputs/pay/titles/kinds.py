"""The fields of each kind of pay."""

from planner.inputs.cited.source import Record
from planner.inputs.pay.active_recruits import ActiveRecruits, RecruitsStep
from planner.inputs.pay.binary import Binary, BinaryOfRank, Block, Cycle
from planner.inputs.pay.brackets import Bracket, Bracketed
from planner.inputs.pay.generations import ByGeneration, Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.inputs.pay.rates import Rated, RatesOfRank
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.titles.title import Title, Titles
from planner.inputs.pay.titles.whole import FROM_RANK
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit
from planner.language import mark

COMPRESSION = Title(mark("Who is not active"), "choice")
PAYS_ON_INACTIVE = Title(mark("What somebody orders who is not active"), "choice")
OWN_GOODS = Title(mark("One's own orders"), "choice")
UNQUALIFIED = Title(mark("A leader who is none this month"), "choice")
MEASURED = Title(mark("What the step is measured in"), "choice")
ENTERED = Title(mark("When a step is entered"), "choice")
ENDS_RANK = Title(mark("The rank at which a generation ends"), "rank")
CAP_MONEY = Title(mark("At most, in a month"), "money", mark("Empty where there is no such cap."))

OF_KINDS: dict[type[Record], Titles] = {
    Part: {
        "name": Title(mark("What the company calls it"), "words"),
        "from_rank": Title(
            mark("Paid from the rank"), "rank", mark("To everybody who is active where none is chosen.")
        ),
    },
    Rated: {
        "rates": Title(
            mark("Rate of each level, level 1 first"), "shares", mark("In per cent with semicolons between: 5; 5; 3.")
        ),
        "by_rank": Title(mark("Other rates from a rank on"), "rows"),
    },
    RatesOfRank: {
        "rank": FROM_RANK,
        "rates": Title(mark("Rate of each level, level 1 first"), "shares"),
    },
    Unilevel: {
        "compression": COMPRESSION,
        "pays_on_inactive": PAYS_ON_INACTIVE,
        "own_goods": OWN_GOODS,
        "own_goods_of": Title(mark("Which of one's own orders"), "choice"),
    },
    Stairstep: {
        "rate_by": Title(mark("Which rank's rate somebody has"), "choice"),
        "without_rank": Title(mark("Rate of who is active and has no rank"), "share"),
        "own": OWN_GOODS,
        "taken": Title(mark("What is taken off"), "choice"),
        "inactive": COMPRESSION,
        "broken_away": Title(mark("On groups that broke away"), "choice"),
    },
    ByGeneration: {
        "rates": Title(mark("Rate of each generation, the first one first"), "shares"),
        "deeper": Title(mark("Deeper generations"), "choice"),
        "starts": Title(mark("Where generation 1 is"), "choice"),
        "own_goods": OWN_GOODS,
        "leader_volume": Title(mark("What leaders order themselves"), "choice"),
        "unqualified": UNQUALIFIED,
    },
    Generations: {
        "ends_at": Title(mark("Where a generation ends"), "choice"),
        "ends_rank": ENDS_RANK,
        "ends_volume": Title(mark("Points of the group at which a generation ends"), "points"),
    },
    Leadership: {
        "guarantee": Title(mark("Where such a group is small"), "choice"),
        "floor": Title(mark("Orders that such a group is counted with at least"), "money"),
    },
    Matching: {
        "of": Title(mark("Of which parts, by their numbers"), "counts", mark("They stand before this one: 1; 2.")),
        "rates": Title(mark("Rate of each level or generation, the first one first"), "shares"),
        "ends_rank": Title(
            mark("The rank at which a generation ends"),
            "rank",
            mark("Levels of recruits are paid where none is chosen."),
        ),
        "compression": COMPRESSION,
        "amounts": Title(mark("What is matched"), "choice"),
        "capped": Title(mark("Where a cap took something of it"), "choice"),
        "on_itself": Title(mark("What they are paid of this part itself"), "choice"),
        "cap_money": CAP_MONEY,
    },
    Binary: {
        "rate": Title(mark("Rate on what matches"), "share", mark("State one of three: a rate, blocks or a cycle.")),
        "blocks": Title(mark("Rates by how much matches"), "rows"),
        "cycle": Title(mark("Paid by the cycle"), "group"),
        "by_rank": Title(mark("Otherwise from a rank on"), "rows"),
        "counts": Title(mark("What counts on a side"), "choice"),
        "pays_on_inactive": PAYS_ON_INACTIVE,
        "own_volume": OWN_GOODS,
        "strong_side": Title(mark("The strong side"), "choice"),
        "ties": Title(mark("Where both sides have the same"), "choice"),
        "strong_to_weak": Title(mark("How much matches how much"), "choice"),
        "rate_on": Title(mark("What the rate is on"), "choice"),
        "recruits_each_side": Title(mark("Active recruits of your own on each side"), "count"),
        "cap_volume": Title(mark("At most so many points are paid on in a month"), "points"),
        "cap_money": CAP_MONEY,
        "cap_money_in": Title(mark("How far cycles are paid up to it"), "choice"),
        "capped": Title(mark("What matched beyond a cap"), "choice"),
        "unmatched": Title(mark("What the other side does not match"), "choice"),
        "remainder": Title(mark("What is less than a cycle"), "choice"),
        "keep_at_most": Title(mark("At most so many points are kept on a side"), "points"),
        "inactive": COMPRESSION,
        "unqualified": Title(mark("Who lacks the rank or the recruits"), "choice"),
    },
    Cycle: {
        "strong": Title(mark("Points on the strong side"), "points"),
        "weak": Title(mark("Points on the other side"), "points"),
        "pays": Title(mark("Money for each cycle"), "money"),
    },
    Block: {
        "above": Title(mark("Above so many points"), "points"),
        "rate": Title(mark("Rate"), "share"),
    },
    BinaryOfRank: {
        "rank": FROM_RANK,
        "rate": Title(mark("Rate"), "share"),
        "pays": Title(mark("Money for each cycle"), "money"),
        "cap_money": CAP_MONEY,
        "cap_volume": Title(mark("At most so many points are paid on in a month"), "points"),
    },
    Matrix: {
        "width": Title(mark("Places next below everybody"), "count"),
        "depth": Title(mark("Levels of places that are paid"), "count"),
        "amounts": Title(
            mark("Money for each place on a level, level 1 first"), "amounts", mark("In the place of rates: 5; 2; 1.")
        ),
        "paid": Title(mark("When it is paid"), "choice"),
        "compression": COMPRESSION,
        "pays_on_inactive": PAYS_ON_INACTIVE,
        "spillover": Title(mark("Where recruits are placed"), "choice"),
    },
    Bracketed: {
        "brackets": Title(mark("Steps"), "rows"),
        "pays": Title(mark("What a rate holds for"), "choice"),
        "threshold": ENTERED,
    },
    Bracket: {
        "from_volume": Title(mark("From"), "points"),
        "rate": Title(mark("Rate"), "share"),
    },
    Unit: {
        "unit": Title(mark("Who is in the unit"), "choice"),
        "leader_rank": Title(mark("The rank at which a unit ends"), "rank"),
        "next_leaders_goods": Title(mark("What the next leaders order themselves"), "choice"),
        "unqualified": UNQUALIFIED,
        "own_goods": OWN_GOODS,
        "measured_in": MEASURED,
        "pays_on_inactive": PAYS_ON_INACTIVE,
    },
    ActiveRecruits: {
        "steps": Title(mark("Steps"), "rows"),
        "volume_of": Title(mark("What decides the step"), "choice"),
        "pays_on": Title(mark("What is paid on"), "choice"),
        "measured_in": MEASURED,
        "threshold": ENTERED,
    },
    RecruitsStep: {
        "recruits": Title(mark("Active recruits of your own"), "count"),
        "volume": Title(mark("What they order together"), "points"),
        "rate": Title(mark("Rate"), "share"),
        "each": Title(mark("Points that each of them orders"), "points"),
        "own": Title(mark("Own points"), "points"),
    },
}
