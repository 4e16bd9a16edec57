"""Saved plans, their versions and their links."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Makes the three tables."""
    op.create_table(
        "saved_plans",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("days", sa.Integer),
        sa.Column("kept_until", sa.BigInteger, index=True),
    )
    op.create_table(
        "versions",
        sa.Column("plan", sa.String(32), sa.ForeignKey("saved_plans.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("saved_at", sa.BigInteger, nullable=False),
        sa.Column("saved_by", sa.Text, nullable=False),
        sa.Column("with_right", sa.String(10), nullable=False),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("baseline", sa.Text),
        sa.Column("file", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "links",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column(
            "plan", sa.String(32), sa.ForeignKey("saved_plans.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("right", sa.String(10), nullable=False),
        sa.Column("given_to", sa.Text, nullable=False),
        sa.Column("given_at", sa.BigInteger, nullable=False),
    )
