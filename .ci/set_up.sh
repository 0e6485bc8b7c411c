#!/bin/sh
# Makes .venv fit a lock: sh .ci/set_up.sh requirements.lock
# What is made already is left alone, so a second call returns at once.
set -eu
cd "$(dirname "$0")/.."
lock=$1
python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

# .venv keeps a copy of each lock that it holds; it holds nothing once the system's Python has become another.
if cmp -s "$lock" ".venv/$lock" && "$python" -I -c 'import pip' 2>/dev/null; then exit 0; fi

# The lock serves Python 3.11 to 3.14: sqlcipher3 0.6.4 and PySide6 6.11 have wheels for these, and nothing is compiled here.
found=
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
        found=$candidate
        break
    fi
done
[ -n "$found" ] || stop "Huashu Coach needs Python 3.11 to 3.14; this machine has $(python3 --version 2>/dev/null || echo none)."
"$found" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "Python's venv module is missing here; on Debian and Ubuntu: sudo apt-get install -y python3-venv"

if [ "$(uname -s)" = Linux ]; then
    missing=$("$found" -I .ci/missing_packages.py)
    install="apt-get install -y --no-install-recommends $missing"
    if [ -n "$missing" ] && ! command -v apt-get >/dev/null; then
        stop "Qt lacks system libraries or a Chinese font here; Debian packages them as: $missing"
    elif [ -n "$missing" ] && [ "$(id -u)" != 0 ]; then
        say "Qt lacks system libraries or a Chinese font here; this one line installs them:"
        stop "sudo apt-get update && sudo $install"
    elif [ -n "$missing" ]; then
        say "Installing what Qt lacks here: $missing"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && $install -qq >/dev/null || stop "That did not work: apt-get update && $install"
        missing=$("$found" -I .ci/missing_packages.py)
        [ -z "$missing" ] || stop "Qt still lacks what these packages should have brought: $missing"
    fi
fi

"$python" -I -c 'import pip' 2>/dev/null || "$found" -m venv --clear .venv
say "Installing $lock into .venv, once ..."
"$python" -I -m pip install --quiet --no-input --disable-pip-version-check --require-hashes --only-binary :all: \
    --requirement "$lock"
# The lock for development holds the other one whole, version by version.
[ "$lock" != requirements-dev.lock ] || cp requirements.lock .venv/
cp "$lock" .venv/
