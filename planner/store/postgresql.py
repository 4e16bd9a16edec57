"""Saved plans on a server of PostgreSQL: whoever does not answer, or holds a plan for long, is not waited for."""

from sqlalchemy import URL, Connection, Engine, create_engine

ANSWERS_WITHIN = 3  # seconds, a server that is there
WAITS = 3.0  # seconds, for another who is writing
GONE_AFTER = 10_000  # milliseconds without a sign of life from a server that was there
MAKING = 0x6A6F696E  # one number for all of us: whoever holds it makes the tables or brings them up


def engine_of_server(url: URL) -> Engine:
    """An engine of the server; asks it nothing yet. A connection that died since it was last used is replaced."""
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=WAITS,
        connect_args={
            "connect_timeout": ANSWERS_WITHIN,
            "tcp_user_timeout": GONE_AFTER,
            "options": f"-c lock_timeout={WAITS}s -c timezone=UTC",
            "application_name": "joinwise",
        },
    )


def make_alone(connection: Connection) -> None:
    """Waits until nobody else makes the tables, until this transaction ends."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MAKING})")
