"""The Call page: dialling, talking, ending. It draws what the walk says and never guards."""
