"""What alembic runs to bring a database up: within the transaction that the opening of the store began, all or none."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
