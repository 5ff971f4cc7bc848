"""Where the workflows that come with samenwerk lie, in a checkout and in an installed wheel.

It finds folders and files and reads none of them: that is the work of `samenwerk.definitions`.
"""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_FILE = "workflow.toml"


def workflows_folder() -> Path:
    """Give the folder with one folder per workflow.

    In a wheel that is `samenwerk/_workflows`; in a checkout it is `workflows/` beside `src/`. The
    folder may be missing where somebody took it away; then there are no workflows to find.

        >>> workflows_folder().name in ("workflows", "_workflows")
        True
    """
    inside = _HERE / "_workflows"
    return inside if inside.is_dir() else _HERE.parent.parent / "workflows"


def workflow_names(folder: Path | None = None) -> tuple[str, ...]:
    """Give the names of the workflows in a folder, in alphabetical order.

    A name is that of a folder with a `workflow.toml` in it. Without `folder` these are the
    workflows that come with samenwerk.

        >>> workflow_names(Path("no-such-folder"))
        ()
    """
    folder = workflows_folder() if folder is None else folder
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{_FILE}") if path.is_file()))


def find_workflow(name: str, folder: Path | None = None) -> Path | None:
    """Give the `workflow.toml` of a workflow by its name, or None when there is none of that name.

    A name is only ever compared with the names that are there, letter by letter. So one that looks
    like a path finds nothing, and no name leads outside the folder.

        >>> find_workflow("../landelijk") is None
        True
    """
    folder = workflows_folder() if folder is None else folder
    return folder / name / _FILE if name in workflow_names(folder) else None
