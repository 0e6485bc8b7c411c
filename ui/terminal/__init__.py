"""The terminal: the same product in words, without Qt."""
