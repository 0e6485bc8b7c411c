"""What was published: each release once, by its digest, as the calls made with it will always read it."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from data.ids import as_bytes
from data.opened import Opened
from data.refusals import NotFound
from data.store import Connection, Store
from scripts_library.packed import from_msgpack, to_msgpack
from scripts_library.release import Release
from scripts_library.sentences import Sentence

_NEWEST = (
    "SELECT number FROM releases"
    " WHERE version = (SELECT max(version) FROM releases AS other WHERE other.script = releases.script) ORDER BY script"
)


class ReleaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A release as lists show it."""

    digest: str
    script: str
    version: int
    title: str
    published_at: datetime


class Releases(Opened):
    """The published scripts."""

    def publish(self, release: Release, *, at: datetime) -> Release:
        """Keep a release under the script's next version, for good. What is published already stays as it is."""
        self._needs("publish")
        with self._store.writing() as db:
            kept = db.execute("SELECT packed FROM releases WHERE digest = ?", (release.digest,)).fetchone()
            if kept is not None:
                return from_msgpack(kept[0])
            script = release.script
            (last,) = db.execute(
                "SELECT coalesce(max(version), 0) FROM releases WHERE script = ?", (script.id,)
            ).fetchone() or (0,)
            published = replace(release, version=last + 1)
            db.execute(
                "INSERT INTO releases (digest, script, version, title, packed, published_at, published_by)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    published.digest,
                    script.id,
                    published.version,
                    script.title,
                    to_msgpack(published),
                    at.isoformat(),
                    as_bytes(self.me.id),
                ),
            )
        return published

    def releases(self, script_id: str | None = None) -> tuple[ReleaseRow, ...]:
        """The newest release of each script, by id; or all releases of one script, the newest first."""
        rows = self._store.rows(
            "SELECT digest, script, version, title, published_at FROM releases"
            " WHERE CASE WHEN :script IS NULL"
            " THEN version = (SELECT max(version) FROM releases AS other WHERE other.script = releases.script)"
            " ELSE script = :script END ORDER BY script, version DESC",
            {"script": script_id},
        )
        return tuple(
            ReleaseRow(
                digest=digest,
                script=script,
                version=version,
                title=title,
                published_at=datetime.fromisoformat(published_at),
            )
            for digest, script, version, title, published_at in rows
        )

    def release(self, digest: str) -> Release:
        """The release of that digest; read once, then at hand. Raises `NotFound`."""
        if digest in self._store.releases:
            return self._store.releases[digest]
        with self._store.reading() as db:
            number = release_number(db, digest)
        return release_kept(self._store, number)

    def newest_releases(self) -> tuple[Release, ...]:
        """The releases that calls are made with now, by the id of their script; at hand until something is published.

        Another program may publish too: whether something was is asked each time.
        """
        (published,) = self._store.row("SELECT coalesce(max(number), 0) FROM releases") or (0,)
        if self._store.newest[0] != published:
            numbers = self._store.rows(_NEWEST)
            self._store.newest = published, tuple(release_kept(self._store, number) for (number,) in numbers)
        return self._store.newest[1]

    def newest_release(self, script_id: str) -> Release:
        """The release that calls of a script are made with now. Raises `NotFound`."""
        row = self._store.row(
            "SELECT number FROM releases WHERE script = ? ORDER BY version DESC LIMIT 1", (script_id,)
        )
        if row is None:
            raise NotFound(Sentence("data:thing_script"), script_id)
        return release_kept(self._store, row[0])


def release_number(db: Connection, digest: str) -> int:
    """The number of a release in this store, which calls and sums keep instead of the digest. Raises `NotFound`."""
    row = db.execute("SELECT number FROM releases WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise NotFound(Sentence("data:thing_release"), digest)
    number: int = row[0]
    return number


def release_kept(store: Store, number: int) -> Release:
    """The release with this number in the store, one value however often it is asked for."""
    known = store.releases
    if number not in known:
        row = store.row("SELECT packed FROM releases WHERE number = ?", (number,))
        if row is None:
            raise NotFound(Sentence("data:thing_release"), str(number))
        known[number] = from_msgpack(row[0])
        known[known[number].digest] = known[number]
    return known[number]
