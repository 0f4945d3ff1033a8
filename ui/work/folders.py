"""Where to begin when a folder is to be chosen and none was chosen yet for that."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.file.settings import Settings, settings_folder


def last_folder(settings: Settings) -> Path:
    """Return the folder of the file of last, else that of documents, else home: the first that exists."""
    recent = (Path(name).parent for name in settings.recent_files)
    of_sample = settings_folder()
    return next((folder for folder in recent if folder != of_sample and is_there(folder)), usual_folder())


def usual_folder() -> Path:
    """Return the folder of documents, else home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and is_there(Path(documents)) else Path.home()


def is_there(folder: Path) -> bool:
    """Tell whether a folder can be begun in: one that the system refuses to look at cannot, and `Path` would raise."""
    return os.path.isdir(folder)  # noqa: PTH112 - see above
