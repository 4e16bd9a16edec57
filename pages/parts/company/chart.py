"""The picture of an income disclosure as it was published: of every hundred counted, how many stand in each group."""

from dataclasses import replace

from pages.parts.company.answer import DECIMALS, of_100
from pages.shared.draw import specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.named_bars import PEOPLE, named_bars
from pages.shared.draw.tables import Row, Table
from pages.shared.words.comparison_terms import with_grade
from planner.analysis.company.band_columns import PER_WORDS, headed
from planner.analysis.company.facts import NOT_DISCLOSED, grade_of
from planner.inputs.company.disclosure import Band, Distribution
from planner.language import currency_unit
from planner.speech import Speech

NO_SHARE = "\N{EN DASH}"  # in the picture; that it is not disclosed is said once, under it
MOST_NAMED = 4  # groups that the sentence says one by one


def named(record: Distribution, speech: Speech) -> str:
    """A record in a list of them: what it is called, and its weak source."""
    return with_grade(speech.told(record.title), grade_of(record), speech)


def bands_chart(record: Distribution, speech: Speech) -> Chart:
    """A bar for each group, the least paid first; a dash, and none, where its share is not disclosed."""
    _, bands = speech.text, record.bands
    label = _("{share} of 100: {group}")
    titles = [speech.told(band.title) for band in bands]
    return Chart(
        named_bars(speech.language, specs.MONEY_IN),
        {
            "place": list(range(len(bands))),
            "length": [None if band.share is None else band.share * PEOPLE for band in bands],
            "label": [
                f"{NO_SHARE}: {title}"
                if band.share is None
                else label.format(group=title, share=of_100(band.share, speech))
                for title, band in zip(titles, bands, strict=True)
            ],
        },
        sentence(record, speech),
        bands_table(record, speech),
    )


def sentence(record: Distribution, speech: Speech) -> str:
    """How many of a hundred stand in each group; of many groups, in the first ones and the last."""
    _ = speech.text
    one = _("{share} “{group}”")
    known = [band for band in record.bands if band.share is not None]
    said = [one.format(share=of_100(band.share or 0, speech), group=speech.told(band.title)) for band in known]
    if not said:
        return _("Which share of those counted each group is was not published.")
    if len(said) > MOST_NAMED:
        words = _("Of 100 counted: {first}; and so on to {last}.")
        text = words.format(first=", ".join(said[: MOST_NAMED - 1]), last=said[-1])
    else:
        text = _("Of 100 counted: {groups}.").format(groups=", ".join(said))
    if len(known) < len(record.bands):
        text = _("{sentence} Where a dash stands, the share is not disclosed.").format(sentence=text)
    if record.complete:
        return text
    return _("{sentence} The groups do not hold everybody who was counted.").format(sentence=text)


def bands_table(record: Distribution, speech: Speech) -> Table:
    """The groups with everything that is published of them; columns of which nothing is published are left out."""
    _ = speech.text
    spoken = replace(speech, currency=record.currency or speech.currency)
    unit = _(PER_WORDS[record.per]).format(unit=currency_unit(spoken.currency, spoken.language))
    noted = any(band.note is not None for band in record.bands)
    columns = (
        _("Group"),
        *((_("Of 100"),) if any(band.share is not None for band in record.bands) else ()),
        *(_("Of 100: {whom}").format(whom=speech.told(each.title)) for each in record.share_columns.values()),
        *(_(each.heading).format(unit=unit) for each in headed(record)),
        *((_("Footnote"),) if noted else ()),
    )
    rows = tuple(Row(speech.told(band.title), _cells(band, record, speech)) for band in record.bands)
    return Table(speech.told(record.title), columns, rows, words=True, stacked=len(columns) > 3)


def _cells(band: Band, record: Distribution, speech: Speech) -> tuple[str, ...]:
    """What is published of a group; what is of another and not of this one is said to be so."""
    missing = speech.say(NOT_DISCLOSED)

    def share(value: float | None) -> str:
        return missing if value is None else of_100(value, speech)

    cells = [share(band.share)] if any(each.share is not None for each in record.bands) else []
    cells += [share(band.shares.get(name)) for name in record.share_columns]
    for column in headed(record):
        value = getattr(band, column.name)
        cells.append(missing if value is None else speech.number(value, 0 if value == int(value) else DECIMALS))
    if any(each.note is not None for each in record.bands):
        cells.append(speech.told(band.note))
    return tuple(cells)
