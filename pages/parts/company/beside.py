"""A company beside the others of the catalogue: better, about the same, worse, or no figure published."""

from collections.abc import Iterable, Mapping

from pages.shared.draw.tables import Row, Table
from pages.shared.words.comparison_terms import with_source
from planner.analysis.catalogue.bands import Band, Known, Standing, standings
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.company.company import Company
from planner.language import mark
from planner.speech import Speech

BANDS: Mapping[Band, str] = {
    "better": mark("better than {beaten} of {others}"),
    "same": mark("about the same: better than {beaten} of {others}"),
    "worse": mark("worse: better than {beaten} of {others}"),
    "alone": mark("too few others publish one"),
}


def bands_table(company: Company, catalog: Iterable[Company], speech: Speech) -> Table:
    """A row for each figure that can be laid beside that of others, whatever their currency."""
    _ = speech.text
    columns = (_("Term"), _("It says"), _("Beside the others"))
    known = ((each, each.known) for each in standings(company, catalog) if each.known is not None)
    rows = tuple(_row(each, figure, company, speech) for each, figure in known)
    return Table(_("Beside the others in the catalogue"), columns, rows, words=True, stacked=True)


def unpublished(company: Company, catalog: Iterable[Company], speech: Speech) -> str:
    """What others publish and this company does not, with how many do; nothing where it publishes all."""
    _ = speech.text
    one = _("{figure} (of {others} others there is one)")
    missing = [
        one.format(figure=_(each.measure.title), others=each.others)
        for each in standings(company, catalog)
        if each.known is None
    ]
    return _("No figure is published: {figures}.").format(figures="; ".join(missing)) if missing else ""


def _row(standing: Standing, known: Known, company: Company, speech: Speech) -> Row:
    _ = speech.text
    band = _(BANDS[standing.band]).format(beaten=standing.beaten, others=standing.others)
    figure = figure_in_words(round(known.value, 4), standing.measure.unit, speech)
    return Row(_(standing.measure.title), (with_source(figure, (known.entry,), company, speech), band))
