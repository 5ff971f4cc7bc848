"""The door of the command `samenwerk`, and of `python -m samenwerk`: quiet from the first moment.

What the command does stands in `samenwerk.cli`, which is read within.
"""

import sys

INTERRUPTED = 130
"""As `cli.door` has it, which may not have been read yet."""


def run() -> int:
    """Run one command with the words of this process; gives its exit code, 130 for Ctrl-C."""
    try:
        from samenwerk.cli.main import main

        return main()
    except KeyboardInterrupt:  # also while Python still reads us
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(run())
