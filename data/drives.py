"""Which folders are on a network drive, where write-ahead logging cannot be relied upon."""

import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_OVER_THE_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "ceph", "glusterfs", "lustre", "vboxsf", "davfs"}
    | {f"fuse.{name}" for name in ("sshfs", "davfs2", "rclone", "glusterfs", "ceph", "gvfsd-fuse", "vmhgfs-fuse")}
)
_REMOTE = 4  # DRIVE_REMOTE of the Windows API


def on_network_drive(folder: Path) -> bool:
    """Whether a folder is on another machine, as far as the system tells; where it does not, it is not."""
    place = folder.resolve()
    if sys.platform == "win32":
        import ctypes

        return str(place).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system(place, mounts) in _OVER_THE_NETWORK


def file_system(place: Path, mounts: str) -> str:
    """The kind of file system that holds a place, by Linux' table of mounts.

    The longest mount point above the place wins, and of two at one point the later.
    """
    within = f"{place}/".replace("//", "/")
    best, found = 0, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        point = _plain(before.split(" ")[4]).rstrip("/") + "/"
        if len(point) >= best and within.startswith(point):
            best, found = len(point), after.split(" ")[0]
    return found


def _plain(escaped: str) -> str:
    """A mount point without the three octal digits behind a backslash that stand for blanks and the like."""
    if "\\" not in escaped:
        return escaped
    return re.sub(r"\\([0-7]{3})", lambda sign: chr(int(sign[1], 8)), escaped)
