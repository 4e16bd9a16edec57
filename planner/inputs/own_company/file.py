"""A company as a file of its own, to hand to somebody else; and such a file taken up as a company of one's own."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from planner.inputs.company.catalog import read_company
from planner.inputs.company.company import OWN_PREFIX, Company
from planner.inputs.own_company.own_company import Checked, free_id, settled, tables_of
from planner.inputs.own_company.size import company_toml, numbered

__all__ = ["bare_id", "beside", "company_toml", "file_name", "read_own_company"]

DOWNLOADED_AGAIN = re.compile(r" ?\(\d+\)$")  # what a browser puts behind the name of a file that is there already
LONGEST_BARE_ID = 60


def file_name(company: Company) -> str:
    """What the company's file is to be called."""
    return f"{company.id}.toml"


def read_own_company(data: bytes, name: str, published: Collection[str]) -> Checked:
    """The company of a file as one's own, or None and everything that is wrong with the file. Never raises.

    A file that is not marked so becomes one's own, and a version of the published company of its id.
    published: the ids of the catalogue; a company that is not among them is a version of none.
    """
    company, faults = read_company(data, name)
    if company is None:
        return None, faults
    own, faults = as_own_company(company, published)
    return own, tuple(replace(fault, file=name) for fault in faults)


def as_own_company(company: Company, published: Collection[str]) -> Checked:
    """The same company as one's own, as `read_own_company` takes it up."""
    own_id = OWN_PREFIX + bare_id(company.id)
    version_of = company.version_of if company.yours else DOWNLOADED_AGAIN.sub("", company.id)
    tables = tables_of(company) | {"id": own_id, "yours": True}
    tables.pop("version_of", None)
    if version_of in published:
        tables["version_of"] = version_of
    return settled(tables)


def bare_id(text: str, otherwise: str = "company") -> str:
    """A name or an id as ids are written, small letters and digits with hyphens between, without the own prefix.

    otherwise: what it is where the text has no letter and no digit that is written so.
    """
    text = DOWNLOADED_AGAIN.sub("", text.strip())
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-").removeprefix(OWN_PREFIX)
    return slug[:LONGEST_BARE_ID].strip("-") or otherwise


def beside(company: Company, taken_ids: Collection[str]) -> Company:
    """The same company under an id that is free, with its number behind its name."""
    own_id, number = free_id(company.id.removeprefix(OWN_PREFIX), taken_ids)
    name = numbered(company.name, number)
    return Company.model_validate(dict(company) | {"id": own_id, "name": name})
