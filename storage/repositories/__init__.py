"""Repositories: the only place with SQL. They read and write; they decide nothing."""
