"""A step of the database's form a module, called by what it brings; alembic finds them here."""
