"""Escapes and resource attacks, in words, conditions and formulas: none is accepted, none costs anything."""

import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.expressions import Known, NotAllowed, condition, formula, words

SECONDS = 1.0  # of the processor's time for one attack; harmless ones take a thousandth of it
BYTES = 8_000_000  # at most in use at once while one attack is read

# What has broken out of template engines: attributes of objects, globals, calls, filters, tests, other tags.
ESCAPES = (
    "''.__class__",
    "''.__class__.__mro__",
    "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']",
    "''[\"\\x5f\\x5fclass\\x5f\\x5f\"]",
    "()|attr('__class__')",
    "[].__class__.__base__",
    "{}.__class__",
    "{}",
    "{'a': 1}",
    "customer.__class__",
    "customer.__init__",
    "customer['name']",
    "customer['__class__']",
    "customer.name.__class__",
    "customer.name.upper()",
    "customer.name.format(customer)",
    "'{0.__class__}'.format(customer)",
    "'%s' % customer",
    "'%(a)s' % {'a': 1}",
    "customer.name[0]",
    "customer.name[0:1]",
    "customer.name[::-1]",
    "_private",
    "__builtins__",
    "__import__('os')",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "config.items()",
    "request.application.__globals__",
    "url_for.__globals__",
    "get_flashed_messages.__globals__",
    "lipsum.__globals__['os'].popen('id').read()",
    "cycler.__init__.__globals__.os",
    "joiner()",
    "namespace(a=1)",
    "dict(a=1)",
    "range(10)",
    "lipsum(n=1000)",
    "cycler('a')",
    "open('/etc/passwd').read()",
    "eval('1')",
    "exec('1')",
    "getattr(customer, 'name')",
    "print(1)",
    "customer()",
    "customer.name()",
    "company()",
    "(customer).name.strip",
    "caller()",
    "super()",
    "loop.index()",
    "varargs[0]",
    "[x for x in customer]",
    "lambda: 1",
    "a if b else c",
    "a if b",
    "a ~ b",
    "'a' ~ 'b'",
    "a.b.c",
    "a.0",
    "a[0]",
    "a[b]",
    "a['b']",
    "*a",
    "**a",
    "a := 1",
    "a = 1",
    "a; b",
    "a, b",
    "a :: b",
    "a ? b : c",
    "a && b",
    "!a",
    "`a`",
    "$a",
    "a @ b",
    "a | upper",
    "a | safe",
    "a | attr('b')",
    "a | map(attribute='__class__')",
    "a | join",
    "a | list",
    "a | tojson",
    "a | pprint",
    "a | format",
    "a | replace('a', 'b')",
    "a | groupby('b')",
    "a | default",
    "a | default()",
    "a | default('b', true)",
    "a | default(default_value='b')",
    "a | default(b())",
    "a | default(1 + 1)",
    "a | default(['b'])",
    "a | default(*b)",
    "a | default(**b)",
    "a | default(b.c.d)",
    "a | d('b')",
    "a is defined",
    "a is none",
    "a is sameas b",
    "a is not callable",
    "none",
    "None",
    "not",
    "in",
    "true.real",
    "1.real",
    "1.5.real",
    "raised()",
    "raised(a)",
    "raised('a', 'b')",
    "raised(card='a')",
    "raised(*'a')",
    "raised(**a)",
    "raised('a').real",
    "visited('a' ~ 'b')",
    "visited(['a'])",
    "visited(1)",
    "visited('a')('b')",
    "customer.visited('a')",
)
# What has exhausted memory, time or the stack of a parser, or of what runs after it.
EXHAUSTING = (
    "''*200000000",
    "'a' * 10 ** 9",
    "[0] * 10 ** 9",
    "9 ** 9 ** 9",
    "2 ** 100000",
    "1 << 100000",
    "9" * 400,
    "9" * 900,
    "0x" + "f" * 400,
    "1" + "_0" * 300,
    "1e999",
    "1e-999999",
    "0." + "1" * 500,
    "1." + "0" * 900,
    "'" + "a" * 900 + "'",
    "'" + "a" * 600 + "' == b",
    "'\\N{BULLET}'",
    "'\\777'",
    "'\\d'",
    "'\\",
    "(" * 20 + "a" + ")" * 20,
    "(" * 400 + "a" + ")" * 400,
    "[" * 400 + "]" * 400,
    "(" * 900,
    "[" * 900,
    "{" * 900,
    "not " * 200 + "a",
    "-" * 900 + "1",
    "+" * 900 + "a",
    "- + " * 200 + "1",
    "a" + ".b" * 400,
    "a" + "['b']" * 150,
    "a" + "()" * 300,
    "a" + "|e" * 300,
    "a" + "|default('b')" * 70,
    "a" + " and a" * 130,
    "a" + " or a" * 130,
    "a" + " == a" * 130,
    "a" + " < a" * 130,
    "a" + " + a" * 130,
    "a" + "+a" * 400,
    "a" + "*a" * 400,
    "a in (" + "'b'," * 200 + ")",
    "min(" + "1," * 300 + "1)",
    "a" * 4100,
    " " * 4100 + "a",
    "\n" * 4100 + "a",
)
# What is more than names in words: other tags, comments, raw text, and what is not closed.
TAGS = (
    "{% for a in b %}{{ a }}{% endfor %}",
    "{% for a in range(999999999) %}{% endfor %}",
    "{% set a = 1 %}",
    "{% set a %}b{% endset %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% macro a() %}{% endmacro %}",
    "{% call a() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% block a %}{% endblock %}",
    "{% extends 'a' %}",
    "{% include 'a' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as a %}",
    "{% from 'os' import system %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% print(a) %}",
    "{% print ''.__class__ %}",
    "{% do a %}",
    "{% debug %}",
    "{% trans %}a{% endtrans %}",
    "{% break %}",
    "{% raw %}{{ a }}{% endraw %}",
    "{%- raw -%}a{%- endraw -%}",
    "{% raw %}",
    "{# a #}",
    "{#- a -#}",
    "{# {{ a }}",
    "{{ a",
    "{{ a }",
    "{{ a }}{{",
    "{{ }}",
    "{{",
    "{%",
    "{#",
    "{% %}",
    "{% if %}{% endif %}",
    "{% if a %}",
    "{% if a %}{% else %}",
    "{% if a %}{% else %}{% else %}{% endif %}",
    "{% if a %}{% else %}{% elif b %}{% endif %}",
    "{% endif %}",
    "{% else %}",
    "{% elif a %}",
    "{% if a, b %}{% endif %}",
    "{% if a = b %}{% endif %}",
    "{% if ''.__class__ %}{% endif %}",
    "{% if a is defined %}{% endif %}",
    "{% if a() %}{% endif %}",
    "{% if a | length %}{% endif %}",
    "{% if true %}{{ ''.__class__ }}{% endif %}",
    "{% if a %}" * 7 + "{% endif %}" * 7,
    "{% if a %}" * 200,
    "{% if a %}" + "{% elif a %}" * 500,
    "{{ a }}" * 700,
    "{{ '" + "‖" * 900 + "' }}",
    "{{{ a }}}",
    "{{ {{ a }} }}",
    "{{ a }} {% if {{ a }} %}{% endif %}",
    "{{ a | default('{{ b }}') | upper }}",
    "好" * 4001,
    "{" * 4001,
    "{%" * 1500,
    "{{" * 1500,
    "{% " + " " * 3000 + "raw %}",
    "{{ '" * 700,
    "{{ " + '"' * 3001 + " }}",
    "\x00{{ a\x00 }}",
    "{{ a\x00b }}",
    "{{ \ud800 }}",
    "{{ 'a\ud800 }}",
)


def _in_words(expressions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"好{{{{ {expression} }}}}" for expression in expressions)


ATTACKS = tuple(
    (read, source)
    for read, sources in (
        (words, _in_words(ESCAPES)),
        (words, _in_words(EXHAUSTING)),
        (words, TAGS),
        (words, tuple(f"{{% if {expression} %}}好{{% endif %}}" for expression in ESCAPES)),
        (condition, ESCAPES),
        (condition, EXHAUSTING),
        (formula, ESCAPES),
        (formula, EXHAUSTING),
    )
    for source in sources
)


def _refusal(read: Callable[[str], object], source: str) -> NotAllowed | None:
    try:
        read(source)
    except NotAllowed as refusal:
        return refusal
    return None


def _accepted(read: Callable[[str], object], source: str) -> bool:
    """Whether it is let through. Fails where it is refused with anything but a sentence and a place in the source."""
    refusal = _refusal(read, source)
    if refusal is None:
        return True
    for language in ("zh-CN", "en"):
        assert refusal.sentence.in_language(language)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= refusal.line <= len(lines)
    assert 1 <= refusal.column <= len(lines[refusal.line - 1]) + 1
    return False


def test_there_are_enough_of_them() -> None:
    assert len(set(ESCAPES + EXHAUSTING + TAGS)) >= 150
    assert len(set(ATTACKS)) == len(ATTACKS) >= 600


@pytest.mark.parametrize(("read", "source"), ATTACKS, ids=lambda part: getattr(part, "__name__", None))
def test_an_attack_is_refused_and_costs_nothing(read: Callable[[str], object], source: str) -> None:
    tracemalloc.start()
    before = time.process_time()
    try:
        accepted = _accepted(read, source)
        seconds = time.process_time() - before
        _, bytes_in_use = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not accepted
    assert seconds < SECONDS
    assert bytes_in_use < BYTES


@pytest.mark.parametrize(
    ("read", "source"),
    [
        (words, "您好，{{ customer.called }}。"),
        (words, "好{{company}}{{ 名字 }}{{- customer.referrer | default('您的朋友') -}}"),
        (words, "{{ customer.referrer | default(customer.name) | default(\"__class__ {{ a }} {% raw %} ''*9\") }}"),
        (words, "{%- if a and not b.c or raised('busy') >= 2 -%}一{%+ elif visited('x') %}二{% else %}三{% endif %}"),
        (words, "{% if a %}{% if b %}{% if c %}{% if d %}{% if e %}{% if f %}好{% endif %}" + "{% endif %}" * 5),
        (words, "好" * 4000),
        (words, "{ a } }} %} #} { { $" + "{a} <script> {a: 1}"),
        (words, "{{ customer.config }}{{ self }}{{ range }}"),
        (condition, "a.b == 'x' and (c in ('y', 'z', 1, 2.5, true) or not d not in ['w']) and -1 < e <= 9.75"),
        (condition, "(" * 12 + "a" + ")" * 12),
        (condition, "a" + " or a" * 120),
        (condition, "'a' in b and c != \"it's\""),
        (condition, "raised('busy') > raised('price')"),
        (condition, "not not not a"),
        (condition, f"a == '{'x' * 500}'"),
        (formula, "min(a.b, 3) * -max(c, 0.5, d) / (e - 1)"),
        (formula, "a" + " + a" * 120),
        (formula, "999999999999999 * 0.000000000000001"),
    ],
)
def test_what_is_harmless_is_accepted(read: Callable[[str], object], source: str) -> None:
    assert _accepted(read, source)


def test_nothing_that_is_accepted_reaches_an_object(knows: Callable[..., Known]) -> None:
    """A name is looked up by its text and never taken apart."""

    class Alarmed(str):
        __slots__ = ()

        def __getattribute__(self, name: str) -> object:
            raise AssertionError(f"{name} was reached")

    known = knows({"customer": Alarmed("王伟"), "customer.name": "王伟"})
    line = words("{% if customer.name == '王伟' %}{{ customer.name }}{{ customer.upper }}{% endif %}")
    assert line.plain(known, "zh-CN") == "王伟【customer.upper】"


_SIGNS = "{{ }} {% %} {# #} ( ) [ ] { } , . | : = == < > - + ~ * ** // \" ' \\ ‖ 好 \n \r \t \x00 \ud800"
_WORDS = "if elif else endif raw endraw in not and or is default raised visited min max true none a b.c 'a' __class__"
_NUMBERS = "1 2.5 1e9 0x1 9999999999999999"
_FRAGMENTS = st.sampled_from(f"{_SIGNS} {_WORDS} {_NUMBERS}".split(" "))
_NONSENSE = st.lists(st.one_of(_FRAGMENTS, st.just(" "), st.text(max_size=2)), max_size=30).map("".join)


@given(_NONSENSE)
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(source: str) -> None:
    for read in (words, condition, formula):
        _accepted(read, source)
    _accepted(words, f"{{{{ {source} }}}}")
    _accepted(words, f"{{% if {source} %}}好{{% endif %}}")
