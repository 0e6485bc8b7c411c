"""The Review page: the log of calls, and each of them as it was, line by line."""
