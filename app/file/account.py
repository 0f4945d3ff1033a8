"""The account of the system under which the program runs, and what it calls its person."""

import getpass
import platform
import sys

LONGEST = 200
"""Characters of the longest name that the journal keeps."""

_DISPLAY_NAME = 3
"""Windows' number for the form of a name that people read."""


def account_name() -> str:
    """Return what the person is called when they do not say: never empty.

    It is the full name of the account, else the name of the account, else that of the computer.
    """
    return full_name() or _login() or _one_line(platform.node()) or "Enlace"


def full_name() -> str:
    """Return the full name that the system keeps for the account; empty when it keeps none beyond its short one."""
    login = _login()
    name = _one_line(_system_name(login))
    return "" if name.casefold() == login.casefold() else name


def _login() -> str:
    try:
        return _one_line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # an account without a name, as some containers have
        return ""


if sys.platform == "win32":
    import ctypes

    def _system_name(_login: str) -> str:
        ask = ctypes.windll.secur32.GetUserNameExW
        size = ctypes.c_ulong(LONGEST + 1)
        buffer = ctypes.create_unicode_buffer(size.value)
        return buffer.value if ask(_DISPLAY_NAME, buffer, ctypes.byref(size)) else ""

else:
    import os
    import pwd

    def _system_name(login: str) -> str:
        try:
            said = pwd.getpwuid(os.getuid()).pw_gecos
        except KeyError:
            return ""
        # The field is a list of which the name is the first; an ampersand in it stands for the short name.
        return said.split(",")[0].replace("&", login.capitalize())


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
