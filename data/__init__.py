"""What is kept: SQLite lives only here."""
