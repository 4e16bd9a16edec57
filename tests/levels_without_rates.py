"""A company that pays on three levels whose rates nobody published: Herbalife, as it was before its scale was read."""

from typing import Any

from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company


def levels_without_rates(*rates: float, company_id: str = "yours-herbalife") -> Company:
    """One's own company, so that a page takes it from the plan's file. rates: those that are known of its three."""
    data: dict[str, Any] = load_catalog().companies["herbalife-us"].model_dump(mode="json", exclude_none=True)
    words = {"en": "Royalty", "sv": "Royalty"}
    cited = {"kind": "published", "source": "plan-training", "year": 2024, "grade": "primary"}
    missing = []
    for level in range(len(rates) + 1, 4):
        title = {"en": f"Royalty on level {level}", "sv": f"Royalty på nivå {level}"}
        missing.append({"level": level, "title": title, "reason": words})
    data["pay"].pop("plan")
    data["pay"]["unilevel"] = {**cited, "rates": rates, "compression": True, "missing": missing}
    for part in data["components"]:
        if part["standing"] == "computed":
            part |= {"standing": "not_computed", "why": words}
    return Company.model_validate(data | {"id": company_id, "yours": True})
