"""What the person at this computer prefers: language, names, recent files, and how lists and the window look."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs

from app.file.writing import write_atomically
from app.words.nulls import refuse_nulls
from app.words.problems import Place, Problem, ProblemError
from app.words.words import LANGUAGES, mark
from db.keys import new_key
from db.nulls import text_with_null

FILE_NAME = "preferencias.json"
SET_ASIDE = "preferencias.dañadas.json"
FOLDER_VARIABLE = "ENLACE_SETTINGS"
"""Environment variable that names another folder for the settings (a USB stick, a test)."""

MOST_RECENT = 10
MOST_TICKED = 100
"""The most bodies and the like of which the parts of a paper are remembered; those of the latest are kept."""

# What the file of the settings may say: msgspec checks it against the types of the fields.
_Language = Annotated[str, msgspec.Meta(pattern=rf"\A(?:{'|'.join(LANGUAGES)})\Z")]
_Scheme = Annotated[str, msgspec.Meta(pattern=r"\A(?:system|light|dark)\Z")]
_Scale = Annotated[int, msgspec.Meta(ge=100, le=200)]
_Key = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class Folder(Enum):
    """What a folder is used for: the next time it begins where the last one ended."""

    PAPERS = "papers"
    LISTS = "lists"
    SHEETS = "sheets"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True)
class ListLook:
    """How one list is seen: its columns in order (none means the list's own) and widths in pixels by column."""

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query that a person named: `query` is its text form, given and read by `app.records.views`."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class CopyMade:
    """The last verified copy of a file: where it was written and when, as an ISO moment with its zone."""

    path: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The preferences of one person; `lists` and `views` by the name of the list, `copies` by the path of the file.

    `parts` are those of a paper that the person ticked the last time, by what `Report.remembered_as` says.
    `text_scale` is in percent, `folders` are the last ones by the value of their Folder. `devices` says, by the key of
    a network, as which device this computer writes in its file. A path whose name is no text, as an old disk may have
    it, is not kept: no settings could be written with it.
    """

    language: _Language = "es"
    author: str = ""
    scheme: _Scheme = "system"
    text_scale: _Scale = 100
    recent_files: tuple[str, ...] = ()
    window_geometry: str = ""
    rail_collapsed: bool = False
    folders: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, ListLook] = field(default_factory=dict)
    views: Mapping[str, tuple[SavedView, ...]] = field(default_factory=dict)
    copies: Mapping[str, CopyMade] = field(default_factory=dict)
    devices: Mapping[_Key, _Key] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Settings":
        """Return these settings with `path` as the most recent file, and at most ten of them."""
        name = str(path.absolute())
        if not _is_text(name):
            return self
        others = (other for other in self.recent_files if other != name)
        return replace(self, recent_files=(name, *others)[:MOST_RECENT])

    def with_copy(self, path: Path, made: CopyMade) -> "Settings":
        """Return these settings with `made` as the last verified copy of the file at `path`."""
        name = str(path.absolute())
        return replace(self, copies={**self.copies, name: made}) if _is_text(name + made.path) else self

    def with_folder(self, use: Folder, folder: Path) -> "Settings":
        """Return these settings with `folder` as the last one for `use`."""
        name = str(folder.absolute())
        return replace(self, folders={**self.folders, use.value: name}) if _is_text(name) else self

    def with_parts(self, name: str, ticked: Iterable[str]) -> "Settings":
        """Return these settings with the parts that were `ticked` of what is remembered as `name`, as the latest."""
        others = {other: parts for other, parts in self.parts.items() if other != name}
        kept = {**others, name: tuple(ticked)}
        return replace(self, parts=dict(list(kept.items())[-MOST_TICKED:]))

    def with_device(self, network: str, device: str) -> "Settings":
        """Return these settings with `device` as the one that this computer writes as in the file of `network`."""
        return replace(self, devices={**self.devices, network: device})

    def with_list(self, name: str, look: ListLook) -> "Settings":
        """Return these settings with the list `name` looking so."""
        return replace(self, lists={**self.lists, name: look})

    def with_view(self, name: str, view: SavedView) -> "Settings":
        """Return these settings with `view` among those of the list `name`, in place of one with the same name."""
        others = (other for other in self.views.get(name, ()) if other.name != view.name)
        return replace(self, views={**self.views, name: (*others, view)})

    def without_view(self, name: str, view_name: str) -> "Settings":
        """Return these settings without the view `view_name` of the list `name`."""
        kept = tuple(view for view in self.views.get(name, ()) if view.name != view_name)
        return replace(self, views={**self.views, name: kept})


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as found, and the notice for a person when the file of them could not be used."""

    settings: Settings
    notice: Problem | None = None


def _is_text(name: str) -> bool:
    """Tell whether the bytes of a path are text, which Python does not ask of it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def settings_folder() -> Path:
    """Return the folder of this person's settings, as the system or `ENLACE_SETTINGS` says; it may not exist yet."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_config_path("Enlace", appauthor=False, roaming=True)


def default_language(system_locale: str) -> str:
    """Return the language to start with on a system that speaks `system_locale` ("pt_BR"): Portuguese or Spanish."""
    return "pt" if system_locale.lower().startswith("pt") else "es"


def load_settings(folder: Path | None = None, *, system_locale: str = "") -> Loaded:
    """Read the settings of `folder` (by default `settings_folder()`), or the defaults when there are none.

    A file that cannot be read as settings is set aside under another name, and the notice says so.
    """
    language = default_language(system_locale)
    path = (folder or settings_folder()) / FILE_NAME
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        if text_with_null(found) is not None:
            raise ValueError("a text with a U+0000")
        return Loaded(msgspec.convert({"language": language, **_with_present_names(found)}, Settings))
    except FileNotFoundError:
        return Loaded(Settings(language))
    except (OSError, ValueError, RecursionError):
        return Loaded(Settings(language), _set_aside(path))


def _with_present_names(found: Mapping[str, object]) -> Mapping[str, object]:
    """Return settings as they are called now: 0.1 kept one folder for whatever was saved."""
    former = found.get("papers_folder")
    if not former or "folders" in found:
        return found
    return {**found, "folders": {each.value: former for each in (Folder.PAPERS, Folder.LISTS)}}


def device_of(
    settings: Settings, network: str, in_file: str, *, mint: Callable[[], str] = new_key
) -> tuple[str, Settings]:
    """Return the device to write as in a file of `network`, and the settings to keep.

    `in_file` is the device that wrote there last; empty in a new file and in a copy that was restored. The computer
    writes as the device that it was before; it becomes a new one in those two, and in a file that comes from elsewhere
    and that it does not know, so that no device does two things at once.
    """
    known = settings.devices.get(network)
    if known and in_file:
        return known, settings
    made = mint()
    return made, settings.with_device(network, made)


def keep_device(network: str, in_file: str) -> str:
    """Return the device to write as, and keep it with the settings on the disk, for a program without a window.

    Where the person has no settings yet the device of the file goes on writing. Settings that cannot be written do
    not keep anybody from working: another device is made the next time.
    """
    if not (settings_folder() / FILE_NAME).exists():
        return in_file
    settings = load_settings().settings
    device, kept = device_of(settings, network, in_file)
    if kept != settings:
        with suppress(ProblemError):
            save_settings(kept)
    return device


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Write `settings` whole into `folder`, made when missing; ProblemError when the system does not let us."""
    path = (folder or settings_folder()) / FILE_NAME
    refuse_nulls(asdict(settings), Place(file=str(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemError(
            Problem(
                mark("No se pudo crear la carpeta de las preferencias ({reason})."),
                mark("Compruebe los permisos de la carpeta que la contiene y que hay lugar en el disco."),
                Place(file=str(path.parent)),
                {"reason": error.strerror or str(error)},
            )
        ) from error
    write_atomically(path, msgspec.json.format(msgspec.json.encode(settings), indent=1))


def _set_aside(path: Path) -> Problem:
    """Keep the unusable file under another name, so that the next save does not destroy it."""
    try:
        path.replace(path.with_name(SET_ASIDE))
    except OSError:
        return Problem(mark("No se pudieron leer las preferencias; se usan las de origen."), "", Place(str(path)))
    return Problem(
        mark("El archivo de preferencias estaba dañado; se usan las de origen."),
        mark("El archivo dañado quedó guardado como «{name}»."),
        Place(file=str(path)),
        {"name": SET_ASIDE},
    )
