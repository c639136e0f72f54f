"""Fixed jobs. Nothing durable lives here: what is due is a row in the database."""
