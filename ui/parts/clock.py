"""The desk's clock, handed in through the door."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
