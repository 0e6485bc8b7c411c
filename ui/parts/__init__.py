"""The small things that every page is made of: labels, keys, buttons, entries, a wrapping row, signs."""
