"""Over which months what keeps somebody active is asked for; what each means: company.pay_rules.ActivityWindow."""

from typing import Literal

Window = Literal["month", "quarter", "one_of_three", "month_and_two_after", "twelve_months"]
