"""What is wanted in place of a value that does not fit, by the kind of the fault; said to whoever wrote it."""

from planner.language import mark

WANTED = {
    "missing": mark("Nothing is stated here, and it is needed. State it."),
    "unknown_key": mark("Nothing by this name is read, so it would have no effect. Remove it, or correct its name."),
    "two_forms": mark(
        "This name belongs to another way of saying what stands here, and only one of the two can be meant. Keep one."
    ),
    "misspelt_key": mark(
        "Nothing by this name is read, so it would have no effect. Did you mean {suggestion}? Correct or remove it."
    ),
    "greater_than_equal": mark("This is too low. State {bound} or more."),
    "greater_than": mark("This is too low. State more than {bound}."),
    "less_than_equal": mark("This is too high. State {bound} or less."),
    "less_than": mark("This is too high. State less than {bound}."),
    "float_type": mark("A number is wanted here, without quotation marks and with a point before the decimals."),
    "int_type": mark("A whole number is wanted here, without quotation marks."),
    "bool_type": mark("State true or false here, without quotation marks."),
    "finite_number": mark(
        "This is not a finite number, and nothing can be computed from it. State an ordinary number."
    ),
    "string_type": mark("A text in quotation marks is wanted here."),
    "string_too_short": mark("This text is empty. State at least {bound} characters."),
    "unreadable": mark("This text is blank, or holds characters that do not print. Write it anew."),
    "string_too_long": mark("This text is too long. State at most {bound} characters."),
    "string_pattern_mismatch": mark("An address of the web is wanted here. State it in full, beginning with https://."),
    "day": mark("A day, a month or a year is wanted here, in quotation marks: 2026-11-23, 2026-11 or 2026."),
    "period_order": mark("This period ends before it begins. State its beginning first."),
    "no_limit": mark("This is true where there is no limit of time, and left out where there is one or none is known."),
    "freight_order": mark("Each step must begin higher than the one before it, and the first one at 0."),
    "stated_twice": mark("This is stated by {wanted} already, and only one of the two can hold. Remove one."),
    "unlike_the_plan": mark("{wanted} says {known}, and both must say the same. Correct one of the two."),
    "periods_overlap": mark(
        "Two of these periods hold on the same day. Let one end before the other begins; the end may be left out where "
        "another follows. What only some had is marked for_some."
    ),
    "before_founded": mark("The company was founded in {known}. Correct this date, or the year of its founding."),
    "period": mark("A year is wanted here, or a month, or two with a slash between: 2017 or 2010-09/2011-08."),
    "too_short": mark("This list is too short. State at least {bound}."),
    "too_long": mark("This list is too long. State at most {bound}."),
    "tuple_type": mark("A list is wanted here, in square brackets."),
    "dict_type": mark("A group of named values is wanted here."),
    "literal_error": mark("One of these is wanted here: {expected}."),
    "date_type": mark("A date is wanted here, such as 2026-11-23."),
    "union_tag_invalid": mark("This field cannot be stated in this way. See how the example company states it."),
    "currency": mark("This currency is not known here. State one of these: {known}."),
    "first_campaign": mark("A day is wanted here, as year, month and day: 2027-01-14."),
    "start_month": mark("A month is wanted here, as year and month: 2027-01."),
    "formula_missing": mark(
        "A derived figure must show how it was derived. State its formula, in English and in Swedish."
    ),
    "read_missing": mark("A figure whose year is undated must say when it was read. State read, as a date."),
    "compared_twice": mark("A company stands here twice, and says nothing beside itself. Name each company once."),
    "known_inputs": mark("A plan has no input by this name, or it stands here twice. Remove it, or correct its name."),
    "ledger_input": mark("A plan has no input by this name. Remove it, or correct its name."),
    "told_figure": mark(
        "Nobody can be told of this figure of a company, or it stands here twice. Remove it, or correct its name."
    ),
    "told_value": mark(
        "What was said is a value; or no_limit, of how long goods can be returned. State one of them, and not both."
    ),
    "place_name": mark("A name of small letters, digits, points and underscores is wanted here."),
    "note_input": mark("A plan has no input by this name for a note to be pinned to. Remove it, or correct its name."),
    "steps_order": mark("Each step must begin higher than the one before it, and the first one at 0 points."),
    "ranks_order": mark(
        "Each rank must ask for a higher group volume than the one before it. State them in rising order."
    ),
    "rank_twice": mark("Two ranks have this name, and neither could be told from the other. Give one another name."),
    "rank_listed_twice": mark("This rank stands twice in the list, and only one of the two can hold. Remove one."),
    "rank_order": mark(
        "This rank asks for nothing more than the one before it, so that nobody would ever be paid as that one. List "
        "the ranks from the lowest to the highest."
    ),
    "rates_fall": mark(
        "This rate is lower than that of the rank before it, and a differential pays what a rank has above those "
        "below. List the ranks from the lowest to the highest, each with a rate that is no lower."
    ),
    "rank_unknown": mark("No rank of this plan, or none as low, has this name. Name one of the ranks as it is listed."),
    "recruits_order": mark(
        "Each step asks for at least as much as the one before it, and for more recruits or more volume. State them in "
        "rising order."
    ),
    "brackets_order": mark("Each bracket must begin higher than the one before it. State them in rising order."),
    "passed_up": mark(
        "What a leader passes up first is reckoned on the nearest group that broke away alone. State one rate, without "
        "by_rank, from_rank, own_group and last_rate, or another guarantee."
    ),
    "places_order": mark("Each place must be higher than the one before it. State them in rising order, each once."),
    "part_before": mark(
        "Parts are named here by their place in the plan, 1 for the first, each once, and each stands before this one. "
        "Correct the numbers, or move this part further down."
    ),
    "own_earnings": mark("Nobody is paid a share of what they earn themselves. Leave this out."),
    "deeper_than_paid": mark("There are more levels here than the {known} that are paid. Leave out those below."),
    "country_twice": mark("This country stands here twice, and only one of the two can hold. Remove one."),
    "part_unknown": mark("No part of this plan has this number. Count the parts as they are listed, from 1."),
    "proof_member": mark("Nobody in the team of this example has this name. Name a member as the team does."),
    "proof_month": mark("The team of this example has no such month. Name one of its months, or none for the last."),
    "team_side": mark("A side is wanted here: left or right, or the number of the place from 1, in quotation marks."),
    "rates_sum": mark("The rates are fractions of 0 or more that come to at most 1 together. State 5 % as 0.05."),
    "rates_missing": mark("A stairstep pays by the rate of a rank. State the ranks, each with its rate."),
    "share_above_one": mark("A share is a fraction of 1, which is the whole. State 5 % as 0.05."),
    "not_whole": mark("What is counted is whole here. State a whole number."),
    "unit": mark("This figure is wanted in another unit. State it in the unit {wanted}."),
    "levels_order": mark(
        "The levels without a rate come right after those with one, each once. State at least one level in all."
    ),
    "steps_rise": mark(
        "A price that holds for the whole order falls from step to step: with one that rises, no order has a price. "
        "State shares that fall, or that the price holds from the next month on."
    ),
    "rates_order": mark("Each rate is higher than the one before it. State them in rising order."),
    "bands_sum": mark(
        "This is what the shares of the bands come to. They come to 1 where the bands hold everybody, each with its "
        "share, and never to more. Correct the shares, or state complete as false."
    ),
    "bands_overlap": mark(
        "These bands overlap, so somebody would be counted twice, or one ends before it begins. Let each begin where "
        "the one before it ends."
    ),
    "share_column": mark(
        "No column of shares has this name. State it under share_columns, with of whom its shares are, or correct it."
    ),
    "columns_order": mark("Of these two columns the second is never the lower one. Correct one of the two."),
    "why_missing": mark("What is not computed, or asked, must say why. State why, in English and in Swedish."),
    "points_missing": mark(
        "A rule of this company counts points, so the points of goods are needed. State points_per_100_retail, or what "
        "is assumed until the person answers."
    ),
    "yours": mark("What a person states themselves has the kind, the grade and the source yours, all three."),
    "company_ids": mark("Two of your own companies have the same id, so neither could be meant. Rename one of them."),
    "own_company": mark(
        "A company kept in a plan is one of your own: it is marked yours, and its id is yours- with small letters, "
        "digits and hyphens behind it, 80 characters at most."
    ),
    "levels_sum": mark(
        "This is what your rates of the levels come to, and nobody pays more than all there is. State rates that come "
        "to at most 1 together."
    ),
    "answer_share": mark("A share is a fraction of 1, which is the whole. State 5 % as 0.05."),
    "year": mark("A year is wanted here, as a whole number, or undated with the date it was read."),
    "months_order": mark("A cost cannot end before it begins. State a last month from the first one on, or none."),
    "given_order": mark(
        "What comes again cannot end before it begins. State a last month from the first one on, or none."
    ),
    "out_of_season": mark(
        "In one month this row and those above it take more goods than there are. Rows of the same month are of "
        "different goods: state shares that come to at most 1 together, or other months."
    ),
    "seasons": mark("Twelve numbers are wanted here, January first, not all of them 0; or none at all."),
    "empty_order": mark("An order of these products holds nothing. State how many of a product an order holds."),
    "first_months": mark("Those gone within 3 months are among those gone within 12, so these cannot be more."),
    "today_order": mark(
        "These people stand under a row that does not come before theirs. Name an earlier row, or 0 for yourself."
    ),
    "today_several": mark(
        "These people stand under a row of several, so that nobody knows under whom. Give that one a row of their own."
    ),
    "today_many": mark("A plan begins with at most {most} people. Leave out those who buy nothing."),
    "hours_shares": mark("The parts of your hours come to more than all of them. Together they are at most 100 %."),
    "asked_shares": mark(
        "Those who buy and those who join come to more than all whom you ask: together at most 100 %."
    ),
    "scenario_names": mark("Two scenarios have the same name, so they could not be told apart. Name each differently."),
    "source_missing": mark("A published figure must say who published it. State its source."),
    "measured_missing": mark("A figure with a source must say of which year it is and who was measured. State both."),
    "range_order": mark("The high end of a range has to be above its low end. Correct one of the two."),
    "rosier_missing": mark("It is not said whether more or less of this is rosier. State it under rosier."),
    "tax_rules": mark("These tax rules are not known here. State one of these: {known}."),
    "other": mark("This value does not fit here."),
}
