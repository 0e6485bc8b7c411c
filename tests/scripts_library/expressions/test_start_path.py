"""What the first painted window must not wait for: Jinja loads when words or conditions first need it."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from scripts_library import names
from scripts_library.expressions import condition, formula, words
from scripts_library.values import called, half_days, parsing, said, spoken, written

words("您好，我是{{ company }}的{{ agent.name }}。‖方便吗？")
assert not {"jinja2", "phonenumbers"} & sys.modules.keys(), "loaded too early"
condition("company")
assert "jinja2" in sys.modules
"""


def test_jinja_and_phonenumbers_load_only_when_they_are_needed(repository: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], cwd=repository, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
