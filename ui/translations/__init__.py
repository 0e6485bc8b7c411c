"""The window's own text in Chinese: the table that is written (`.ts`) and what the window loads (`.qm`)."""
