"""Alembic migrations, forward only, each tested on a stored older workspace."""
