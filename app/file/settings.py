"""What the person at this computer prefers: language, names, recent files, and how lists and the window look."""

import json
import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import platformdirs

from app.file.files import write_atomically
from app.words.problems import Place, Problem, ProblemError
from app.words.words import LANGUAGES, mark
from db.base import new_key

FILE_NAME = "preferencias.json"
SET_ASIDE = "preferencias.dañadas.json"
FOLDER_VARIABLE = "ENLACE_SETTINGS"
"""Environment variable that names another folder for the settings (a USB stick, a test)."""

MOST_RECENT = 10
SCHEMES = ("system", "light", "dark")
SCALES = range(100, 201)
_KEY = re.compile("[0-9a-f]{32}")


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

    `text_scale` is in percent, `papers_folder` is where reports and lists were saved last. `devices` says, by the key
    of a network, as which device this computer writes in its file.
    """

    language: str = "es"
    author: str = ""
    scheme: str = "system"
    text_scale: int = 100
    recent_files: tuple[str, ...] = ()
    window_geometry: str = ""
    rail_collapsed: bool = False
    papers_folder: str = ""
    lists: Mapping[str, ListLook] = field(default_factory=dict)
    views: Mapping[str, tuple[SavedView, ...]] = field(default_factory=dict)
    copies: Mapping[str, CopyMade] = field(default_factory=dict)
    devices: Mapping[str, str] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Settings":
        """Return these settings with `path` as the most recent file, and at most ten of them."""
        name = str(path.absolute())
        others = (other for other in self.recent_files if other != name)
        return replace(self, recent_files=(name, *others)[:MOST_RECENT])

    def with_copy(self, path: Path, made: CopyMade) -> "Settings":
        """Return these settings with `made` as the last verified copy of the file at `path`."""
        return replace(self, copies={**self.copies, str(path.absolute()): made})

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
    defaults = Settings(language=default_language(system_locale))
    path = (folder or settings_folder()) / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Loaded(defaults)
    except (OSError, UnicodeDecodeError):
        return Loaded(defaults, _set_aside(path))
    try:
        return Loaded(_read(json.loads(text), defaults))
    except (ValueError, TypeError, KeyError, RecursionError):
        return Loaded(defaults, _set_aside(path))


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
    write_atomically(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())


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


def _read(found: object, defaults: Settings) -> Settings:
    """Make settings of the JSON value `found`; ValueError when a value is not what it must be."""
    values = _mapping(found)
    return Settings(
        language=_one_of(values.get("language", defaults.language), tuple(LANGUAGES)),
        author=_text(values.get("author", "")),
        scheme=_one_of(values.get("scheme", defaults.scheme), SCHEMES),
        text_scale=_scale(values.get("text_scale", defaults.text_scale)),
        recent_files=_texts(values.get("recent_files", [])),
        window_geometry=_text(values.get("window_geometry", "")),
        rail_collapsed=values.get("rail_collapsed", False) is True,
        papers_folder=_text(values.get("papers_folder", "")),
        lists={name: _look(look) for name, look in _mapping(values.get("lists", {})).items()},
        views={name: _views(views) for name, views in _mapping(values.get("views", {})).items()},
        copies={name: _copy(copy) for name, copy in _mapping(values.get("copies", {})).items()},
        devices={_key(name): _key(device) for name, device in _mapping(values.get("devices", {})).items()},
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"not an object: {value!r}")  # noqa: TRY004  # one kind of error: the file is damaged
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {value!r}")  # noqa: TRY004  # as in _mapping
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")  # noqa: TRY004  # as in _mapping
    return tuple(_text(part) for part in value)


def _one_of(value: object, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError(f"not one of {choices}: {value!r}")
    return _text(value)


def _scale(value: object) -> int:
    if not isinstance(value, int) or value not in SCALES:
        raise ValueError(f"not a scale: {value!r}")
    return value


def _look(value: object) -> ListLook:
    look = _mapping(value)
    widths = {name: int(_text(str(width))) for name, width in _mapping(look.get("widths", {})).items()}
    return ListLook(_texts(look.get("columns", [])), widths)


def _views(value: object) -> tuple[SavedView, ...]:
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")  # noqa: TRY004  # as in _mapping
    return tuple(SavedView(_text(_mapping(view)["name"]), _text(_mapping(view)["query"])) for view in value)


def _copy(value: object) -> CopyMade:
    copy = _mapping(value)
    return CopyMade(_text(copy["path"]), _text(copy["made_at"]))


def _key(value: object) -> str:
    if _KEY.fullmatch(_text(value)) is None:
        raise ValueError(f"not a key: {value!r}")
    return _text(value)
