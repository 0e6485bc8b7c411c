"""What is seen: the window and the terminal. PySide6 lives only here."""
