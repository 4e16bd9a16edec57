"""Faults that somebody could make in how teams are paid: what stands in a module once, and what in its place."""

from dataclasses import dataclass

ENGINE = "planner/compensation/teams/"
INPUTS = "planner/inputs/pay/"
TESTS = "tests/planner/compensation/teams_that_exist/"


@dataclass(frozen=True, slots=True)
class Fault:
    """path: of the module. looks_at: the tests that are nearest to it, tried before all others of teams."""

    path: str
    old: str
    new: str
    looks_at: str


def engine(name: str, looks_at: str, *pairs: tuple[str, str]) -> list[Fault]:
    return [Fault(f"{ENGINE}{name}.py", old, new, f"{TESTS}{looks_at}.py") for old, new in pairs]


def inputs(name: str, looks_at: str, *pairs: tuple[str, str]) -> list[Fault]:
    return [Fault(f"{INPUTS}{name}.py", old, new, looks_at) for old, new in pairs]


SHARED = (
    *engine(
        "climb",
        "test_levels",
        ("np.where(qualified[above], above, up[above])", "np.where(qualified[above], above, ROOT)"),
    ),
    *engine(
        "rising",
        "test_stairstep",
        ("pointers >= ends", "pointers > ends"),
        ("np.bincount(up + 1, weights=amounts)", "np.bincount(up + 1, weights=np.minimum(amounts, 50.0))"),
    ),
    *engine("rising", "test_generations", ("int(number.max(initial=0)) + 1", "max(int(number.max(initial=0)), 1)")),
    *engine("climb", "test_binary", ("weights=total[rows]", "weights=amounts[rows]")),
    *engine(
        "climb",
        "test_generations",
        ("count[rows] += count[team.above[rows]]", "count[rows] += flags[team.above[rows]]"),
    ),
    *engine(
        "ranks",
        "test_team_ranks",
        ('plan.breakaway.ranks_by == "total"', 'plan.breakaway.ranks_by != "total"'),
        ("np.maximum(counted[rows] - stands.largest", "np.maximum(stands.total[rows] - stands.largest"),
        ("stands.total[rows] if by_total(plan) else in_group", "stands.total[rows]"),
        (' or each.what == "outside_largest_leg"', ""),
        ("had > asked + NEARLY if", "had >= asked if"),
        ("each.had >= each.asked - NEARLY", "each.had > each.asked + NEARLY"),
        ("of_children(team, active)", "of_children(team, with_below(team, active.astype(np.float64)) > 0)"),
        ("legs_with(team, some_active, stands.absent)", "legs_with(team, active, stands.absent)"),
        ("legs = holds[rows] >= least", "legs = stands.rank[rows] >= least"),
        ("(streak >= rule.months_in_row) | again", "streak >= rule.months_in_row"),
        (
            "in_row[number - 1][rows] + 1, 0)",
            "in_row[number - 1][rows] + 1, 0 if in_row is None else in_row[number - 1][rows])",
        ),
        ("np.where(stands.broken[rows], 0.0, stands.group[rows])", "stands.group[rows]"),
        ("(title[rows] >= number)", "(title[rows] > number)"),
        ("enough_points(plan, total, volume)", "enough_points(plan, stands.own, volume)"),
    ),
    *engine(
        "ranks",
        "test_stairstep",
        (
            "has &= met(plan, each)",
            "has |= met(plan, each)",
        ),
    ),
    *engine("team", "test_active", ("joined = self.joined <= number", "joined = self.joined < number")),
    *engine(
        "month",
        "test_active",
        ("lifetime=self.lifetime + bought.points", "lifetime=bought.points"),
        ("self.rank >= self.plan.rank_names.index(name) + 1", "self.rank == self.plan.rank_names.index(name) + 1"),
        ("100 / plan.points_per_100_retail", "plan.points_per_100_retail / 100"),
        ("(calendar_month - 1) % MONTHS_OF_A_QUARTER", "calendar_month % MONTHS_OF_A_QUARTER"),
        ("number - new_from", "number"),
        ("points=(bought.points, *self.points)", "points=(*self.points, bought.points)"),
        ("(sales_of(plan, bought), *self.sales)", "(bought.points, *self.sales)"),
    ),
    *engine("pay", "test_team_ranks", ("title = np.maximum(past.title, stands.rank)", "title = stands.rank")),
    *engine(
        "pay", "limits/test_limits", ("np.where(closed_by > 0, 0.0, gross)", "np.where(closed_by > 1, 0.0, gross)")
    ),
    *engine(
        "of_file",
        "test_company_plans",
        (
            "np.where(np.isnan(each.value), each.points * point, each.value)",
            "(each.points * point)",
        ),
    ),
)

LEVELS = (
    *engine(
        "levels",
        "test_levels",
        ('next_above(tree, active) if compression == "standard"', 'tree.above if compression == "standard"'),
        ("None if part.pays_on_inactive else month.active", "None"),
        ("found[least : ranks + 1]", "found[least : least + 1]"),
        ("(rates[:, level] > 0)[place]", "(rates[:, level] >= 0)[place]"),
        ('first = 1 if part.own_goods == "are_level_1" else 0', "first = 0"),
        ("tables += sorted(", "tables += list("),
        ("np.asarray(bought.value * share)", "np.asarray(bought.by_customers * (share >= 0))"),
    ),
    *engine(
        "stairstep",
        "test_stairstep",
        ("climb.ending_at(broken_at_or_above(month))", "climb"),
        ("rest = rest[rates[rest] > rate]", "rest = rest[:0]"),
        ("next_above(month.team, leaves & counts)", "next_above(month.team, leaves)"),
        (" & (ranks >= least)", ""),
        ("rank_by_conditions(month.plan, month.stands, month.title, idle)", "month.rank[idle]"),
        ("table[month.title if", "table[month.title_before if"),
        ("rates[up] > rates)", "rates[up] != rates)"),
    ),
    *engine(
        "unit",
        "test_unit",
        ("counts if part.next_leaders_goods else counts & ~ends", "counts"),
        ("ending_at(nearest, limit)[goods.at]", "nearest[goods.at]"),
        ("np.where(ends, members, limit)", "limit"),
        ("np.where(ends[rows], 0.0, below[rows])", "below[rows]"),
        ('month.title if part.unqualified == "counts" else month.rank', "month.rank"),
        ('if part.own_goods != "nowhere"', 'if part.own_goods == "paid"'),
        ('bought.points if part.measured_in == "points" else bought.value', "bought.points"),
    ),
    *engine(
        "brackets",
        "test_unit",
        ("volume > begins + NEARLY", "volume >= begins"),
        ("- begins, 0.0, None)", "- 0 * begins, 0.0, None)"),
    ),
    *engine(
        "active_recruits",
        "test_active_recruits",
        ("so_many >= step.recruits", "so_many > step.recruits"),
        ('if part.volume_of == "all"', 'if part.volume_of == "active"'),
        ('recruited if part.pays_on == "all" else recruited & active', "recruited"),
        ("rates[~month.paid_from(part.from_rank)] = 0.0", "rates[~month.active] = 0.0"),
    ),
    *engine(
        "generations",
        "test_generations",
        ("once & ~now & (part.unqualified", "once & (part.unqualified"),
        ('once | now if part.unqualified == "counts" else now', "now"),
        ('(ends[goods.at] & (part.leader_volume == "in_own"))', "ends[goods.at]"),
        ('(generation <= listed) | (part.deeper == "last_rate")', "generation <= listed"),
        ("so_many[goods.at] - ends[goods.at] - so_many", "so_many[goods.at] - so_many"),
        ("number > listed", "number >= listed"),
        ("np.minimum(number, listed)", "np.minimum(number, listed - 1)"),
        ("climb(goods, number, ending_at(nearest, line_ends))", "climb(goods, number, nearest)"),
        ("np.ones_like(waits.at)", "np.zeros_like(waits.at)"),
        ("np.where(leaders.closes[kind], np.arange(len(ends)), line_ends)", "line_ends"),
        ("enough & month.active)", "enough)"),
        ("listed[least:-1] = len(rates)", "listed[least] = len(rates)"),
        ("paid = paid & (month.rank > 0)", "paid = paid & (month.rank > 1)"),
    ),
    *engine(
        "leadership",
        "test_leadership",
        ("np.maximum(part.floor - groups(part, month, leaders), 0.0)", "part.floor - groups(part, month, leaders)"),
        (
            "np.maximum(own[leads], np.minimum(part.floor, own[leads] + received[leads]))",
            "np.minimum(part.floor, own[leads] + received[leads])",
        ),
        (" & (rate[above] > 0)", ""),
        ("(leader != ROOT) & (leader >= leaders.line_ends[0])", "leader != ROOT"),
        ("part.from_rank or month.plan.breakaway.rank", "part.from_rank"),
    ),
    *engine(
        "matching",
        "test_matching",
        ("if cap.parts and max(cap.parts) <= len(left)", "if cap.parts"),
        ("np.where(is_open, np.maximum", "np.where(is_open | True, np.maximum"),
        ("* 100 + 0.5 + NEARLY_A_CENT", "* 100 + NEARLY_A_CENT"),
        ("np.where(each.closed_by > 0, 0.0, total)", "total"),
    ),
)

BONUSES = (
    *engine(
        "bonuses/joining",
        "bonuses/test_fast_start",
        ("since < part.months", "since <= part.months"),
        ("np.minimum(bought.by_customers, points)", "bought.by_customers"),
        ("np.maximum(bought.joining - gone, 0.0)", "bought.joining"),
        ('(orders.joining | (part.orders == "all"))', "orders.joining"),
        ("not part.counts_as_volume", "part.counts_as_volume"),
        ("bought.value * share_of(bought.joining, bought.points)", "bought.joining"),
    ),
    *engine(
        "bonuses/fast_start",
        "bonuses/test_fast_start",
        ("first.points + NEARLY", "first.points - NEARLY"),
        ("np.where(first.points > 0, ", "np.where(first.points >= 0, "),
        ('month.active if part.compression == "standard" else paid', "month.active"),
    ),
    *engine(
        "bonuses/own_sales",
        "bonuses/test_own_sales",
        ("part.needs_active or part.from_rank is not None", "part.needs_active"),
        ("counted(part.reached_by)", "counted(part.volume)"),
        ("money = value * part.base_per_value", "money = value"),
    ),
    *engine(
        "bonuses/customer_bonus",
        "bonuses/test_customer_bonus",
        ("customers + NEARLY >= step.customers", "customers > step.customers"),
        ("np.where(month.paid_from(part.from_rank), reached, 0)", "np.where(month.active, reached, 0)"),
        ("bought.value * share_of(volume, bought.points)", "volume"),
    ),
    *engine(
        "bonuses/pool",
        "bonuses/test_pool",
        ("month.rank < above", "month.rank <= above"),
        (" + (tier.elsewhere or 0.0)", ""),
        ('claimed | (part.unclaimed == "kept")', "claimed"),
        (", reverse=True)", ")"),
        ('"group_points": month.stands.group', '"group_points": month.stands.total'),
    ),
    *engine(
        "bonuses/rank_bonus",
        "bonuses/test_rank_bonus",
        ("numbers > month.title_before", "numbers >= month.title_before"),
        ("np.where(reached, part.over_months, before)", "np.where(reached, part.over_months - 1, before)"),
        ('"rank": month.rank >= numbers', '"rank": month.title >= numbers'),
        ("np.where(some, numbers, 0).max(axis=0)", "np.where(some, numbers, 99).min(axis=0)"),
    ),
    *engine(
        "bonuses/pass_up",
        "bonuses/test_pass_up",
        (
            "np.lexsort((np.arange(len(team)), team.joined, team.above))",
            "np.lexsort((np.arange(len(team)), team.above))",
        ),
        ('found[sponsor] if part.to == "receiver"', 'team.above[sponsor] if part.to == "receiver"'),
        ("step_up(up, receiver), receiver)", "receiver, receiver)"),
        ('team.above if part.moves == "recruit" else receiver', "team.above"),
        ("value_of_joining(month.all_bought)", "value_of_joining(month.bought)"),
    ),
)

PLACED = (
    *engine(
        "placed/binary",
        "test_binary",
        ("(month.team.above != ROOT) & month.active", "month.team.above != ROOT"),
        ("np.minimum(kept, part.keep_at_most)", "kept"),
        ("(part.unqualified, part.inactive)", "(part.inactive, part.unqualified)"),
        ("kept = np.where(keeps, free, 0.0)", "kept = free"),
        ('np.where(cut, 0.0, kept) if part.capped == "flushed" else kept', "kept"),
        ("smaller == side, own", "smaller != side, own"),
        ("free + NEARLY < asks", "free <= asks + NEARLY"),
        ("first[recruits] < past[at]", "first[recruits] <= past[at]"),
    ),
    *engine(
        "placed/matched",
        "test_binary",
        ('LEFT if part.ties == "left_weak" else RIGHT', "RIGHT"),
        ("np.where(turns + NEARLY < times, times - 1, times)", "times"),
        ("low + high, whole=whole))", "low + low, whole=whole))"),
    ),
    *engine(
        "placed/capped",
        "test_binary",
        ("np.minimum(matched, terms.cap_volume)", "matched"),
        ("np.ceil(enough - NEARLY)", "np.floor(enough + NEARLY)"),
        ("sorted(part.by_rank, key=lambda row: numbers[row.rank])", "part.by_rank"),
        ("taken * share", "taken"),
    ),
    *engine(
        "placed/placement",
        "test_matrix",
        ("by_small(since(team))", "by_small(team.joined)"),
        ("(stated >= 0) & (stated < places) & (above != ROOT)", "(stated >= 0) & (above != ROOT)"),
        ("first[parents] + 1 + earlier", "first[parents] + earlier"),
        ("np.where(under == ROOT, team.above, under)", "under"),
    ),
    *engine(
        "placed/matrix",
        "test_matrix",
        ("filled = team.joined == number if", "filled = team.joined <= number if"),
        ("base if part.pays_on_inactive else", "base if True else"),
        ("*amounts[-1:] * (part.depth - len(amounts))", "*(0.0,) * (part.depth - len(amounts))"),
    ),
)

LIMITS = (
    *engine(
        "limits/caps",
        "limits/test_limits_at_random",
        ("rows = sorted(", "rows = list("),
        ("if cap.exempt_count else 0.0", "if True else 0.0"),
        ("month.all_bought.value.sum()", "month.bought.value.sum()"),
        ('0.5 if rule.how == "half_up" else 0.0', "0.5"),
        ("amounts = whole(rule, each.amount * factor[each.earner])", "amounts = whole(rule, each.amount)"),
        ("np.abs(amounts) / rule.to + half + NEARLY", "np.abs(amounts) / rule.to + half"),
        ("max(limit - used, 0.0)", "limit - used"),
        ("np.sign(amounts) * size", "size"),
    ),
    *engine(
        "limits/cheques",
        "limits/test_limits_at_random",
        ("range(len(self.tested), 0, -1)", "range(1, len(self.tested) + 1)"),
        ("part.closed_by == number", "part.closed_by >= number"),
        ("if not parts or place + 1 in parts", "if not parts or place in parts"),
    ),
    *engine(
        "limits/gates",
        "limits/test_limits_at_random",
        ("np.where(buys, bought.by_customers, gone)", "np.where(buys, 0.0, gone)"),
        (
            "had + NEARLY < gate.least)\n    if isinstance(gate, CustomerV",
            "had < gate.least + NEARLY)\n    if isinstance(gate, CustomerV",
        ),
        ("bought = month.all_bought", "bought = month.bought"),
        ('gate.on_nothing == "failed")', "True)"),
        ("gone = shelf.gone + from_shelf", "gone = shelf.gone"),
        ("gate.own_use_counts and bought.used", "bought.used"),
    ),
)

PAY_FILE = "tests/planner/inputs/test_pay_file.py"
STATED = (
    *inputs(
        "ranks",
        PAY_FILE,
        ('        "months_in_row",\n', ""),
        ('        "outside_largest_leg",\n', ""),
        ("other.leg_volume >= self.leg_volume", "other.leg_volume <= self.leg_volume"),
    ),
    *inputs(
        "pay_plan",
        PAY_FILE,
        ("names[: number + 1]", "names[:number]"),
        ("names[: number + 1]", "names"),
        ("if part > len(self.parts)", "if part > len(self.parts) + 1"),
        ("not self.ranks or any(", "any("),
    ),
    *inputs("part", PAY_FILE, ("(self.from_rank,) if self.from_rank else ()", "()")),
    *inputs("brackets", PAY_FILE, ("higher.from_volume <= lower", "higher.from_volume < lower")),
    *inputs("matrix", TESTS + "test_matrix.py", ("len(levels) > self.depth", "len(levels) > self.depth + 1")),
    *inputs(
        "binary",
        TESTS + "test_binary.py",
        ("starts[0] != 0 or ", ""),
        ('unmatched: Literal["kept", "flushed"] = "flushed"', 'unmatched: Literal["kept", "flushed"] = "kept"'),
    ),
    *inputs(
        "stairstep",
        TESTS + "test_stairstep.py",
        ('inactive: Literal["keeps", "rolls_up"] = "keeps"', 'inactive: Literal["keeps", "rolls_up"] = "rolls_up"'),
    ),
    *inputs("bonuses/fast_start", PAY_FILE, ("any(higher <= lower", "any(higher < lower")),
    *inputs("part", PAY_FILE, ("if name in names[:number]", "if name in names[: number - 1]")),
    *inputs(
        "of_company",
        TESTS + "test_company_plans.py",
        ("value / points if value and points", "points / value if value and points"),
        ('"standard" if unilevel.compression else "none"', '"dynamic" if unilevel.compression else "none"'),
    ),
)

FAULTS = (*SHARED, *LEVELS, *BONUSES, *PLACED, *LIMITS, *STATED)
