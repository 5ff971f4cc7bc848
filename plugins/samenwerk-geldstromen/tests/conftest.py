"""Lets the tests here find what they share: `geldstromen_region`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
