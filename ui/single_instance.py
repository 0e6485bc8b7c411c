"""One window a database: a second one brings the first to the front and goes."""

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

_ANSWERS_MS = 2_000
_ASKS_AGAIN_MS = 50


class SingleInstance(QObject):
    """The lock of a database. Says `called` when another instance asked for this window."""

    called = Signal()

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"huashu-{hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:24]}"
        with suppress(OSError):  # opening the book says what is the matter with the folder
            database.parent.mkdir(parents=True, exist_ok=True)
        self._listens = False
        self._lock = QLockFile(str(database.with_name(f"{database.name}.lock")))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, never by its age

    def first(self) -> bool:
        """Whether this is the first instance; it holds the lock from now on, where the folder takes one."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Listens for later instances, from the first call on. Loads the network, so it comes after the first paint."""
        if self._listens:
            return
        self._listens = True
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # left behind by a process that was killed: the lock is ours
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._answer(server.nextPendingConnection()))
        server.listen(self._name)

    def call_first(self, patience_ms: int = 5_000) -> bool:
        """Asks the first instance, which may just be starting, to come to the front. False where it does not answer."""
        from PySide6.QtCore import QThread
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        for _ in range(0, patience_ms, _ASKS_AGAIN_MS):
            socket.connectToServer(self._name)
            if socket.waitForConnected(_ANSWERS_MS):
                return True
            QThread.msleep(_ASKS_AGAIN_MS)
        return False

    def release(self) -> None:
        """Lets go of the lock."""
        self._lock.unlock()

    def _answer(self, connection: QObject) -> None:
        connection.deleteLater()
        self.called.emit()
