"""The page on which a record is read in the window: what is known of it, and what belongs to it."""

from app.record_page.beside import HISTORY, OPERATION, Beside, read_beside
from app.record_page.page import Page, read_page
from app.record_page.text import page_text
from app.reports.record_blocks import FILES

__all__ = ["FILES", "HISTORY", "OPERATION", "Beside", "Page", "page_text", "read_beside", "read_page"]
