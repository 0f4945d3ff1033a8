"""The page on which a record is read in the window: what is known of it, and what belongs to it."""

from app.record_page.beside import HISTORY, Beside, read_beside
from app.record_page.page import Page, read_page

__all__ = ["HISTORY", "Beside", "Page", "read_beside", "read_page"]
