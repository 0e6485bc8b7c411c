"""The Scores page: a month, its sections, and every number with what it is made of, down to the line spoken."""
