"""`python -m samenwerk`: the same door as the command `samenwerk`, for who has no script folder.

What the command does stands in `samenwerk.cli`.
"""

import sys

from samenwerk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
