"""A company beside the others of the catalogue: better, about the same, worse, or no figure published."""

from collections.abc import Iterable

from pages.shared.draw.tables import Row, Table
from pages.shared.words.comparison_terms import with_source
from planner.analysis.catalogue.bands import Band, Standing, standings
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.company.company import Company
from planner.language import mark
from planner.speech import Speech

BANDS: dict[Band, str] = {
    "better": mark("better than {beaten} of {others}"),
    "same": mark("about the same: better than {beaten} of {others}"),
    "worse": mark("worse: better than {beaten} of {others}"),
    "unpublished": mark("no figure published; {others} others publish one"),
    "alone": mark("too few others publish one"),
}


def bands_table(company: Company, catalog: Iterable[Company], speech: Speech) -> Table:
    """A row for each figure that can be laid beside that of others, whatever their currency."""
    _ = speech.text
    columns = (_("Term"), _("It says"), _("Beside the others"))
    rows = tuple(_row(each, company, speech) for each in standings(company, catalog))
    return Table(_("Beside the others in the catalogue"), columns, rows, words=True, stacked=True)


def _row(standing: Standing, company: Company, speech: Speech) -> Row:
    _, known = speech.text, standing.known
    band = _(BANDS[standing.band]).format(beaten=standing.beaten, others=standing.others)
    if known is None:
        return Row(_(standing.measure.title), ("", band))
    figure = figure_in_words(round(known.value, 4), standing.measure.unit, speech)
    return Row(_(standing.measure.title), (with_source(figure, (known.entry,), company, speech), band))
