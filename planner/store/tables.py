"""The tables of saved plans as this version has them; how a database comes to have them is in migrations/.

Times are seconds since 1970 (UTC). What is deleted is deleted from all three at once.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

REVISION = "1"  # of migrations/versions, the newest
METADATA = MetaData()

# days: how long it is kept after it was last saved; kept_until: when that is over. Both None: until it is deleted.
SAVED_PLANS = Table(
    "saved_plans",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("days", Integer),
    Column("kept_until", BigInteger, index=True),
)

# file: the bytes of the plan's file, as they came. changed, figures: JSON, as Version has them. baseline: its name.
VERSIONS = Table(
    "versions",
    METADATA,
    Column("plan", String(32), ForeignKey("saved_plans.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("saved_at", BigInteger, nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("with_right", String(10), nullable=False),
    Column("changed", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("baseline", Text),
    Column("file", LargeBinary, nullable=False),
)

# token_hash: SHA-256 of what stands in the link, which itself is kept nowhere.
LINKS = Table(
    "links",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("plan", String(32), ForeignKey("saved_plans.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("right", String(10), nullable=False),
    Column("given_to", Text, nullable=False),
    Column("given_at", BigInteger, nullable=False),
)
