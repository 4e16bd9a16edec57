"""The optimism gap: which inputs of the plan are rosier than those of about the best tenth of sellers."""

from pages.parts.versions.evidence import source_in_words
from pages.shared.draw.tables import Row, Table
from pages.shared.fields import places
from planner.inputs.evidence.presets import TOP_TENTH, Beyond, load_presets
from planner.speech import Speech


def in_a_sentence(found: tuple[Beyond, ...], speech: Speech) -> str:
    """How many inputs lie beyond, and which; or that none does."""
    _, ngettext = speech.text, speech.plural
    if not found:
        return _("No input of yours lies beyond those of about the top tenth of sellers.")
    count = ngettext(
        "{count} of your inputs lies beyond that of about the top tenth of sellers",
        "{count} of your inputs lie beyond those of about the top tenth of sellers",
        len(found),
    )
    named = "; ".join(title(each) for each in found)
    return _("{count}: {inputs}.").format(count=count, inputs=named)


def gap_table(found: tuple[Beyond, ...], speech: Speech) -> Table:
    """Each of them beside the top tenth's, with what that rests on; months averaged where they differ."""
    _ = speech.text
    preset = load_presets().presets[TOP_TENTH]
    rows = (
        Row(
            title(each),
            (value(each, each.stated), value(each, each.top_tenth), source_in_words(preset, each.path, speech)),
        )
        for each in found
    )
    columns = (_("Input"), _("Yours"), _("About the top tenth"), _("What that rests on"))
    return Table(_("Beyond the top tenth, in an average month"), columns, tuple(rows), words=True, whole=True)


def title(each: Beyond) -> str:
    """What the input is called."""
    return places.title_of(each.path)


def value(each: Beyond, amount: float) -> str:
    """An amount of the input with its unit, rounded as a reader needs it."""
    unit = places.unit_of(each.path)
    return places.in_unit(round(amount, 4 if unit == "share" else 2), unit)
