"""What the figures of a company stand on, counted, as a picture: from sources, asked of the person, or not found."""

from pages.shared.draw import specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.named_bars import named_bars
from pages.shared.draw.tables import Row, Table
from planner.analysis.company.citation import own_or
from planner.analysis.company.coverage import coverage_of
from planner.inputs.company.company import Company
from planner.speech import Speech


def coverage_chart(company: Company, speech: Speech) -> Chart:
    """A bar for each kind of footing that some figure has, the firmest first."""
    _, found = speech.text, coverage_of(company)
    not_found = own_or(company, _("Not stated by you"), _("Looked for and not found"))
    counts = (
        (_("From a good source"), found.sourced - found.weak),
        (_("From a weak source"), found.weak),
        (_("Stated by you"), found.yours),
        (_("Invented"), found.invented),
        (_("Asked of you"), found.asked),
        (not_found, found.not_disclosed),
    )
    known = [each for each in counts if each[-1]]
    label = _("{name}: {count}")
    words = _("What the figures of {company} stand on, {count} in all.")
    return Chart(
        named_bars(speech.language, specs.UNCERTAIN, of_people=False),
        {
            "place": list(range(len(known))),
            "length": [count for _title, count in known],
            "label": [label.format(name=title, count=speech.number(count)) for title, count in known],
        },
        words.format(company=company.name, count=speech.number(found.figures)),
        Table(
            _("What the figures stand on"),
            (_("They stand on"), _("Figures")),
            tuple(Row(title, (speech.number(count),)) for title, count in known),
        ),
    )
