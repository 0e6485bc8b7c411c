"""Prints the Debian packages that Qt and Chinese text still lack on this machine; asks the dynamic loader and
fontconfig, the same two that Qt will ask."""

import ctypes
import os
import sys
from collections.abc import Mapping

# What Qt's libraries and its platform plugins for X11 and for no screen at all are linked with. A desktop that
# speaks Wayland has that plugin's libraries already, and without them Qt opens its windows through X11.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
# The systems whose C library is at least this new (Ubuntu 24.04, Debian 13) renamed packages for 64-bit time.
RENAMED_SINCE = (2, 39)
NEW_NAME_OF = {"libglib2.0-0": "libglib2.0-0t64"}
CHINESE_FONT = "fonts-wqy-microhei"


def lacking(packages: Mapping[str, str], c_library: tuple[int, ...]) -> list[str]:
    """Names the package of each library that does not load, as a system with that C library calls it."""
    names = {package for library, package in packages.items() if not loads(library)}
    if c_library >= RENAMED_SINCE:
        names = {NEW_NAME_OF.get(name, name) for name in names}
    return sorted(names)


def loads(library: str) -> bool:
    """Says whether the dynamic loader finds the library and everything that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def paints_chinese() -> bool:
    """Says whether fontconfig knows a font with the characters of simplified Chinese."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False

    class FontSet(ctypes.Structure):
        _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))

    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(FontSet)
    fontconfig.FcFontList.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    fonts = fontconfig.FcFontList(None, fontconfig.FcNameParse(b":lang=zh-cn"), fontconfig.FcObjectSetCreate())
    return bool(fonts) and fonts.contents.count > 0


def c_library_version() -> tuple[int, ...]:
    """Reads the version of the C library, (2, 36) on Debian 12; empty where it is not GNU's."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except ValueError:
        return ()
    return tuple(int(part) for part in version.split(".")) if name == "glibc" else ()


def main() -> None:
    names = lacking(PACKAGE_OF, c_library_version())
    if not paints_chinese():
        names.append(CHINESE_FONT)
    sys.stdout.write(" ".join(names))


if __name__ == "__main__":
    main()
