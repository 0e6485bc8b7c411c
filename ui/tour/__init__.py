"""The tour: the real window, offscreen, on a fresh database, through one whole call by real keys."""
