"""Alembic environment: works on the connection handed over by `storage.migrations`."""

from alembic import context

from storage import models  # noqa: F401  fills the metadata
from storage.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
