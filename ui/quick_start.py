"""What a start need not wait for: a search for garbage among what it has just loaded, and Qt reading our sources."""

import builtins
import gc
import signal
from importlib import import_module


def quicken() -> None:
    """Comes before everything else that a window loads; what it puts off, `settle` takes up again.

    PySide6 replaces Python's import by one that reads the source of every module that is loaded later, and keeps it in
    memory, to see whether it asks for names in snake case. Nothing here does, so Python's own import is put back.
    What is raised while it is being loaded it loses, or aborts the program: until then Ctrl-C ends it without a word.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    import_module("PySide6.QtCore")
    names = vars(builtins)
    names["__import__"] = names.get("__orig_import__", names["__import__"])


def settle() -> None:
    """Comes once the window is painted and all is read: what is loaded by now stays, and is never searched again."""
    gc.freeze()
    gc.enable()
    if signal.getsignal(signal.SIGINT) == signal.SIG_DFL:  # there is no window
        signal.signal(signal.SIGINT, signal.default_int_handler)
