"""Faults of the program, written down where whoever mends it can be sent them."""

import os
import platform
import traceback
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import platformdirs

from app.file.settings import FOLDER_VARIABLE


def report_folder() -> Path:
    """Return the folder of the reports: this person's logs, or beside the settings when those were put elsewhere."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) / "logs" if named else platformdirs.user_log_path("Enlace", appauthor=False)


def write_report(error: BaseException) -> Path | None:
    """Write what is known of an unexpected `error` to a new file; None when not even that can be done."""
    now = datetime.now(UTC)
    lines = [
        f"Enlace {program_version()}",
        f"Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        "",
        *traceback.format_exception(error),
    ]
    path = report_folder() / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return path


def program_version() -> str:
    """Return the version of the installed program, empty when it runs without being installed."""
    try:
        return metadata.version("enlace")
    except metadata.PackageNotFoundError:
        return ""
