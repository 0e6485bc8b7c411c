"""Pictures of the window as it stands, light and dark."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme


@dataclass(slots=True)
class Album:
    """Pictures, numbered in their order: `01-today-light.png`, `01-today-dark.png` and so on."""

    window: QWidget
    theme: Theme
    folder: Path
    pictures: list[Path] = field(default_factory=list)
    taken: int = 0

    def picture(self, name: str) -> None:
        """Takes a picture in each theme."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.taken += 1
        for choice in ("dark", "light"):
            self.theme.choose(choice)
            QApplication.processEvents()
            path = self.folder / f"{self.taken:02}-{name}-{choice}.png"
            if not self.window.grab().save(str(path)):
                raise OSError(f"cannot write {path}")
            self.pictures.append(path)
