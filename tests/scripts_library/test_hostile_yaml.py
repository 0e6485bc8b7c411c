"""Files made to crash, hang or bloat a reader: each is read or refused in sentences, in a process that survives."""

import json
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts_library.text import clean

EXAMPLE = (Path(__file__).parent / "examples" / "script.yaml").read_bytes()
HEAD = "format: 1\nkind: script\nid: a\ntitle: t\nlanguage: zh-CN\noutcomes: telesales\nstart: hello\nstages: []\n"
FULL = 999_000

# Reads every file of a folder and tells how it went, line by line, so that a crash shows its file.
READER = """
import json, resource, sys, time
from pathlib import Path
from scripts_library.reading import read

def peak():
    # Not ru_maxrss: on Linux a child begins with what its parent had needed, before it was this program.
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
for path in sorted(Path(sys.argv[1]).iterdir()):
    print(path.name, flush=True)
    data, seconds = path.read_bytes(), []
    while not seconds or (seconds[-1] >= 1 and len(seconds) < 3):
        began = time.process_time()
        reading = read(path.name, data)
        seconds.append(time.process_time() - began)
    sentences = [fault.sentence.in_language(language) for fault in reading.faults for language in ("zh", "en")]
    memory = peak()
    codes = sorted({fault.sentence.code.partition(":")[2] for fault in reading.faults})
    print(json.dumps([reading.document is not None, codes, sentences, min(seconds), memory]), flush=True)
"""


def deep() -> Iterator[tuple[str, str]]:
    """Nesting of every sort, just too deep and as deep as a file can hold."""
    openers = (
        "[",
        "{",
        "- ",
        "? ",
        "a: [",
        "[{",
        "{a: [",
        "[\n",
        "- - ",
        "{? ",
        "[a, ",
        "{a: {b: ",
        "'a': {",
        '"a": [',
    )
    for number, opener in enumerate(openers):
        for name, times in (("by one", 21), ("50 KB", 50_000 // len(opener)), ("full", FULL // len(opener))):
            yield f"deep {number} {name}", opener * times
        yield f"deep {number} in a step", HEAD + "steps:\n  hello:\n    " + opener * 50_000
    yield "deep by indentation", "".join(" " * level + "a:\n" for level in range(1_300))
    yield "deep list by indentation", "".join(" " * level + "-\n" for level in range(1_300))
    yield "deep and closed", "[" * 400_000 + "]" * 400_000
    yield "deep maps closed", "{a: " * 100_000 + "}" * 100_000
    yield "nothing but closing brackets", "]" * FULL
    yield "deep in a key", "? " + "[" * 50_000 + "]" * 50_000 + "\n: a"


def references() -> Iterator[tuple[str, str]]:
    """Aliases, anchors, merge keys and tags, to multiply or to run something."""
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    yield "billion laughs", "l0: &l0 lol\n" + laughs
    yield "list that holds itself", "a: &a [*a]"
    yield "map that holds itself", "&a a: *a"
    yield "merge upon merge", "a: &a {b: c}\n" + "".join(f"k{n}: {{<<: *a}}\n" for n in range(5_000))
    yield "merge itself", "&a\n<<: *a"
    yield "aliases by the thousand", HEAD + "tags: &a [x]\nsteps:\n" + "".join(f"  s{n}: *a\n" for n in range(40_000))
    yield "anchors by the thousand", "".join(f"k{n}: &a{n} b\n" for n in range(40_000))
    yield "a very long anchor", "&" + "a" * FULL + " b"
    yield "a very long alias", "*" + "a" * FULL
    yield "unknown alias as a key", "*a : b"
    tags = ("python/object/apply:os.system", "python/name:os.system", "python/module:os", "python/object/new:list")
    for tag in (*tags, "binary", "set", "omap", "pairs", "timestamp", "float", "null", "merge", "str"):
        yield f"tag {tag.replace('/', ' ')}", f"{HEAD}steps: {{hello: {{says: !!{tag} [ls], ends: a}}}}"
    yield "a tag of one's own", HEAD + "steps: !steps {}"
    yield "a very long tag", "a: !" + "t" * FULL + " b"
    yield "a verbatim tag without end", "a: !<" + "t" * FULL
    yield "tag handles by the thousand", "".join(f"%TAG !a{n}! b\n" for n in range(50_000)) + "---\na"
    yield "handles of a second document", "a\n...\n" + "".join(f"%TAG !a{n}! b\n" for n in range(50_000)) + "---\na"
    yield "another version of YAML", "%YAML 9.9\n---\n" + HEAD
    yield "an endless directive", "%" * FULL


def many() -> Iterator[tuple[str, str]]:
    """Nothing wrong but the number."""
    yield "lists of nothing", "[" + "[]," * 330_000 + "]"
    yield "items", "- a\n" * 249_000
    yield "items on a line", "[" + "a," * 499_000 + "]"
    yield "commas", "[" + "," * FULL
    yield "colons", "{" + ":" * FULL
    yield "question marks", "{" + "? " * 490_000
    yield "unknown keys", HEAD + "".join(f"titel{n}: a\n" for n in range(49_000))
    yield "unknown keys in a step", HEAD + "steps:\n  hello:\n" + "".join(f"    say{n}: a\n" for n in range(49_000))
    yield "broken steps", HEAD + "steps:\n" + "".join(f"  s{n}: {{hear: x}}\n" for n in range(24_000))
    yield "broken points", HEAD + "steps: {hello: {ends: a, points: [" + "[a]," * 40_000 + "]}}"
    yield "duplicate keys", HEAD + "steps:\n" + "  s: {}\n" * 33_000
    yield "duplicate keys of one line", "{" + "a: b, " * 160_000 + "}"
    yield "keys without values", HEAD + "".join(f"k{n}:\n" for n in range(49_000))
    yield "documents", "---\na\n" * 160_000
    yield "empty documents", "---\n" * 240_000
    yield "ends of documents", "...\n" * 240_000
    yield "blank lines", "\n" * FULL
    yield "tabs", "\t" * FULL
    yield "comments", "#\n" * 499_000
    yield "one comment", "#" * FULL
    yield "carriage returns", "\r" * FULL
    yield "line separators", "\u2028" * 330_000
    yield "brackets one below the other", "[\n" * 15 + "a,\n" * 300_000


def long() -> Iterator[tuple[str, str]]:
    """Single texts as large as the file."""
    yield "a long id", HEAD.replace("id: a", "id: " + "a-" * 490_000 + "a") + "steps: {}"
    yield "an id that almost fits", HEAD.replace("id: a", "id: " + "a" * 990_000 + "!")
    yield "a long number", HEAD + "steps: {hello: {ends: a, weight: " + "9" * 990_000 + "}}"
    yield "a long time", HEAD + "plans: [{title: a, at: " + "2" * 990_000 + ", does: []}]"
    yield "a long key", "a" * FULL + ": b"
    yield "a long quoted key", '"' + "a" * FULL + '": b'
    yield "a long explicit key", "? " + "a" * FULL + "\n: b"
    yield "a key of several lines", '? "a\n\n  b"\n: c'
    yield "a quote without end", '"' + "a" * FULL
    yield "a single quote without end", "'" + "''" * 499_000
    yield "escapes without end", '"' + "\\x41" * 249_000
    yield "an escape cut off", 'a: "\\u12'
    yield "an escape beyond Unicode", 'a: "\\U7FFFFFFF"'
    yield "an escaped surrogate", 'a: "\\uD83D\\uDE00"'
    yield "an escaped NUL", HEAD.replace("title: t", 'title: "a\\0b"')
    yield "an escape of the terminal", HEAD.replace("title: t", 'title: "\\e[2J\\x9b2J"')
    yield "a folded line without end", "a: b\n" + "  c\n" * 240_000 + "\td: e: f"
    yield "a block with a strange header", "a: |99999999999999\n  b"
    yield "a block indented by nought", "a: |0\n b"
    yield "a long kind", "kind: " + "a" * 990_000
    yield "spaces", " " * FULL
    yield "spaces before a list", " " * 900_000 + "- a"


def strange() -> Iterator[tuple[str, bytes]]:
    """Other encodings, broken ones, and characters that no text holds."""
    text = HEAD + "purpose: 约老客户\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5", "shift_jis"):
        yield f"encoded in {encoding}", text.encode(encoding, errors="replace")
    yield "utf-7", text.encode("utf-7") + b"\xff"
    broken = (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xe6\x88")
    for number, sequence in enumerate(broken):
        yield f"broken UTF-8 {number}", HEAD.encode() + b"purpose: " + sequence
    for character in "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x9b\x9f\ufeff\ufffe\uffff":
        yield f"character {ord(character):04x}", (HEAD + f"purpose: a{character}b\n").encode()
    yield "nothing but NUL", b"\0" * FULL
    yield "control characters by line", b"\x01\n" * 499_000
    yield "a picture", bytes([137, 80, 78, 71, 13, 10, 26, 10]) + bytes(range(256)) * 100
    yield "one byte too many", EXAMPLE + b"#" * (1_000_001 - len(EXAMPLE))
    yield "ten megabytes", b"a" * 10_000_000


def damaged() -> Iterator[tuple[str, bytes]]:
    """A good document, cut off or with bytes changed: most are refused, none may do harm."""
    chance = random.Random(2026)
    for number in range(25):
        yield f"cut {number}", EXAMPLE[: chance.randrange(len(EXAMPLE))]
    for number in range(50):
        changed = bytearray(EXAMPLE)
        for _ in range(chance.randrange(1, 12)):
            changed[chance.randrange(len(changed))] = chance.choice(b"[]{}:,&*!|>'\"%@`#?- \t\n\\\x00\xff")
        yield f"changed {number}", bytes(changed)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bool, list[str], list[str], float, int]]:
    """How each file was read, in one process of its own: read, codes, sentences, seconds, memory so far in MB."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in (*deep(), *references(), *many(), *long()):
        (folder / name).write_bytes(text.encode())
    for name, data in (*strange(), *damaged()):
        (folder / name).write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-c", READER, str(folder)], check=False, capture_output=True, encoding="utf-8", timeout=300
    )
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0, f"{lines[-1]}: {ran.returncode} {ran.stderr}"
    assert lines[::2] == sorted(path.name for path in folder.iterdir())
    return {name: json.loads(line) for name, line in zip(lines[::2], lines[1::2], strict=True)}


def test_every_file_is_read_or_refused_in_sentences(
    told: dict[str, tuple[bool, list[str], list[str], float, int]],
) -> None:
    assert len(told) >= 150
    for name, (read, codes, sentences, _, _) in told.items():
        assert read is not bool(codes), name
        for sentence in sentences:
            assert 0 < len(sentence) < 500, name
            assert sentence == clean(sentence).replace("\n", ""), name


def test_only_a_damaged_file_may_still_be_a_document(
    told: dict[str, tuple[bool, list[str], list[str], float, int]],
) -> None:
    assert {name for name, (read, *_) in told.items() if read and not name.startswith(("cut", "changed"))} == set()
    assert any(read for name, (read, *_) in told.items() if name.startswith("changed"))


def test_no_file_takes_a_second_or_much_memory(
    told: dict[str, tuple[bool, list[str], list[str], float, int]],
) -> None:
    assert {name: seconds for name, (*_, seconds, _) in told.items() if seconds >= 1} == {}
    assert max(memory for *_, memory in told.values()) < 250


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("deep", "too_deep"),
        ("billion laughs", "alias"),
        ("tag python", "tag"),
        ("tag handles", "directive"),
        ("merge", "merge_key"),
        ("encoded in utf-16", "not_utf_8"),
        ("broken UTF-8", "not_utf_8"),
        ("character", "control_character"),
        ("an escaped NUL", "control_character_written"),
        ("ten megabytes", "file_too_large"),
        ("items", "too_many_entries"),
        ("duplicate", "duplicate_key"),
    ],
)
def test_a_file_is_refused_for_what_it_is(
    told: dict[str, tuple[bool, list[str], list[str], float, int]], start: str, code: str
) -> None:
    these = {name: codes for name, (_, codes, *_) in told.items() if name.startswith(start)}
    assert these
    assert {name for name, codes in these.items() if code not in codes} == set()


def test_the_composer_that_we_do_without_is_ended_by_such_a_file() -> None:
    composed = (
        "import resource, yaml; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); "
        "resource.setrlimit(resource.RLIMIT_STACK, (8 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1])); "
        "yaml.load('[' * 50_000, Loader=yaml.CSafeLoader)"
    )
    ran = subprocess.run([sys.executable, "-c", composed], check=False, capture_output=True, timeout=60)
    assert ran.returncode == -signal.SIGSEGV
