"""The tour itself: a customer typed in, a call with an objection, a slip and an appointment, and its score."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.call import Call
from data.book import Book
from data.settings import COMPANY
from ui.home import publish_shipped
from ui.language import speak
from ui.preferences import Preferences
from ui.rooms import Rooms
from ui.theme.theme import STYLE, Theme
from ui.tour.album import Album
from ui.tour.desk import Desk
from ui.toured import Toured

KEY = Qt.Key
AGENT = "林晓"
CUSTOMER = "王伟先生 13812345678 李大为介绍"
_MORNING = timedelta(hours=10)


def tour(folder: Path, language: str) -> Toured:
    """Play one whole call of the insurance script in the real window, on a fresh database, by real keys.

    The pictures of every page, light and dark, go to the folder.
    """
    application = QApplication.instance() or QApplication(["huashu", *STYLE])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    desk = Desk(_begins())
    with tempfile.TemporaryDirectory() as kept, _book(Path(kept), desk.now()) as book:
        theme = Theme(application, "light")
        speak(application, language)
        rooms = Rooms(book.door, desk.now, Preferences(Path(kept) / "window.ini"), ticks=desk.seconds)
        rooms.begin()
        rooms.window.show()
        rooms.window.activateWindow()
        QApplication.processEvents()
        album = Album(rooms.window, theme, folder)
        _call(desk, rooms, album)
        _read_again(desk, rooms, album)
        rooms.window.close()
        shiboken6.delete(rooms.window)  # nothing of it is to read the book once that is closed
        return _toured(book, desk, album)


def _call(desk: Desk, rooms: Rooms, album: Album) -> None:
    album.picture("today-empty")
    desk.write(CUSTOMER)
    album.picture("today-customer")
    desk.press(KEY.Key_Return)
    album.picture("call-dialling")
    desk.wait(6)
    desk.press(KEY.Key_Return)
    for key in (KEY.Key_1, KEY.Key_1):
        _answers(desk, rooms, key)
    desk.press(KEY.Key_F1)
    album.picture("call-objection")
    _answers(desk, rooms, KEY.Key_1)
    _answers(desk, rooms, KEY.Key_5)
    desk.press(KEY.Key_Backspace)  # «no need to meet» was a slip
    _answers(desk, rooms, KEY.Key_1)
    album.picture("call-choice-of-two")
    _answers(desk, rooms, KEY.Key_1)
    desk.say(_call_of(rooms))
    desk.write("十点半")
    album.picture("call-time")
    desk.press(KEY.Key_Return)
    _answers(desk, rooms, KEY.Key_1)
    desk.say(_call_of(rooms))
    desk.write("和平路八号三楼")
    desk.press(KEY.Key_Return)
    _answers(desk, rooms, KEY.Key_1)
    album.picture("call-recap")
    _answers(desk, rooms, KEY.Key_1)
    desk.say(_call_of(rooms))
    desk.press(KEY.Key_E, control=True)
    desk.press(KEY.Key_A)
    album.picture("call-ending")
    desk.press(KEY.Key_Return, control=True)


def _read_again(desk: Desk, rooms: Rooms, album: Album) -> None:
    rooms.window.show_page("today")
    album.picture("today")
    desk.press(KEY.Key_3, control=True)
    album.picture("review")
    desk.press(KEY.Key_4, control=True)
    album.picture("scores")


def _answers(desk: Desk, rooms: Rooms, key: Qt.Key) -> None:
    """The line is said, and the customer answers."""
    desk.say(_call_of(rooms))
    desk.press(key)


def _call_of(rooms: Rooms) -> Call:
    kept = rooms.call.kept
    if kept is None:
        raise AssertionError("no call is under way")
    return kept.call


def _toured(book: Book, desk: Desk, album: Album) -> Toured:
    (row,) = book.calls()
    facts = book.facts(row.id)
    appraisal = book.appraisal(book.me.id, desk.now().date(), now=desk.now())
    if facts is None or appraisal is None:
        raise AssertionError("the call of the tour is not finished")
    return Toured(book.me, book.call(row.id), facts, appraisal, tuple(album.pictures))


@contextmanager
def _book(folder: Path, at: datetime) -> Iterator[Book]:
    book, _ = Book.create(folder / "book.db", folder / "book.key", owner=AGENT, at=at)
    with book:
        publish_shipped(book, at)
        book.set(COMPANY, "安心保险")
        book.set_status(book.me.id, "regular", date(at.year, at.month, 1))
        yield book


def _begins() -> datetime:
    """Ten o'clock this morning."""
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + _MORNING
