"""The office that issues papers: its letterhead, and the picture that is its logo."""

from app.offices.choosing import choose_logo, remove_logo
from app.offices.letterhead import Logo, logo_of, read_letterhead
from app.offices.logo import check_logo

__all__ = ["Logo", "check_logo", "choose_logo", "logo_of", "read_letterhead", "remove_logo"]
