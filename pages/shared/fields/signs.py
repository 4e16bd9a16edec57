"""What people write around a number: a currency before or after an amount, a percent sign beside a share."""

import re
from collections.abc import Iterable

from planner.language import currency_codes, tidied

# Besides its code, how people write each currency. What several share is the own one where it is among them.
WRITTEN = {
    "EUR": ("€", ",-", "euro", "euros"),
    "USD": ("$", "us$", "dollar", "dollars"),
    "SEK": ("kr", "kr.", ":-", ",-", "krona", "kronor"),
    "NOK": ("kr", "kr.", ",-", "krone", "kroner", "kronor"),
    "DKK": ("kr", "kr.", ",-", "krone", "kroner", "kronor"),
    "GBP": ("£", "pound", "pounds", "pund"),
    "CAD": ("$", "c$", "ca$", "dollar", "dollars"),
    "AUD": ("$", "a$", "au$", "dollar", "dollars"),
    "NZD": ("$", "nz$", "dollar", "dollars"),
    "CHF": ("fr", "fr.", "franc", "francs"),
    "PLN": ("zł", "zl", "zloty", "złoty"),
}
FOREIGN = {*currency_codes(), *(sign for signs in WRITTEN.values() for sign in signs), *"¥₹₽₺₩"}
# Words around what is paid of a shop price, in either language: those that mean a discount, and those that do not.
DISCOUNT = ("off", "discount", "less", "cheaper", "rabatt", "mindre", "billigare", "lägre")
PAID = ("i", "we", "you", "pay", "of", "the", "shop", "price", "retail", "in", "a")
PAID_SV = ("jag", "vi", "du", "betalar", "betala", "av", "priset", "butikspriset", "listpriset", "i", "på", "ordinarie")
PER_CENT = ("%", "\N{FULLWIDTH PERCENT SIGN}", "percent", "per cent", "procent")


class OtherCurrency(ValueError):
    """An amount in another currency than the one that is asked for."""


def bare_amount(text: str, currency: str) -> str:
    """An amount without its own currency (ISO code). Raises OtherCurrency where it carries another one."""
    bare = _without(text, (currency, *WRITTEN[currency]))
    if _without(bare, FOREIGN) != bare:
        raise OtherCurrency(text)
    return bare


def bare_share(text: str) -> str:
    """A share without its percent sign."""
    return _without(text, PER_CENT)


def bare_price(text: str) -> str:
    """What is paid of a shop price, or taken off it, without the words around its number."""
    words = tidied(text).casefold().rstrip(".").split(" ")
    kept = [word for word in words if word not in (*DISCOUNT, *PAID, *PAID_SV)]
    return bare_share(" ".join(kept)).removeprefix("-")


def is_discount(text: str) -> bool:
    """Whether words say that a share is taken off a price, as a minus before it does; otherwise it is what is paid."""
    words = tidied(text).casefold()
    return words.startswith("-") or any(word in DISCOUNT for word in words.rstrip(".").split(" "))


def _without(text: str, signs: Iterable[str]) -> str:
    """A text without these signs beside its number: before it, also after a minus, and behind it."""
    sign = "|".join(re.escape(each) for each in sorted(signs, key=len, reverse=True))
    bare = re.sub(rf"^(-?) ?(?:{sign}) ?(?=[-0-9.,])", r"\1", tidied(text), flags=re.IGNORECASE)
    return re.sub(rf"(?<=[0-9]) ?(?:{sign})$", "", bare, flags=re.IGNORECASE)
