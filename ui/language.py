"""The language of the window: source English, Chinese complete; switched in place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from scripts_library.sentences import Sentence

LANGUAGES = ("zh", "en")
_OWN = Path(__file__).with_name("translations")
_NAME = "huashu"


def of_the_system() -> str:
    """`zh` where the system speaks Chinese, else `en`."""
    first = next(iter(QLocale.system().uiLanguages()), "")
    return "zh" if first.startswith("zh") else "en"


def speak(application: QCoreApplication, language: str) -> None:
    """Takes a language (`zh` or `en`), now and in place: every widget hears of it as a change of language."""
    for old in application.findChildren(QTranslator, _NAME):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    if language == "zh":
        from PySide6.QtCore import QLibraryInfo

        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (qt / "qtbase_zh_CN.qm", _OWN / "huashu_zh.qm"):
            translator = QTranslator(application)
            translator.setObjectName(_NAME)
            if translator.load(str(file)):
                QCoreApplication.installTranslator(translator)


def spoken() -> str:
    """The language that the window speaks now, as the catalogues of sentences name it."""
    return QCoreApplication.translate("language", "en", "write the code of the language itself: zh")


def said(sentence: Sentence) -> str:
    """A sentence of the core in the window's language."""
    return sentence.in_language(spoken())


def listed(parts: Sequence[str]) -> str:
    """Several things in a row, with the language's own comma."""
    return QCoreApplication.translate("language", ", ", "between the things of a list").join(parts)
