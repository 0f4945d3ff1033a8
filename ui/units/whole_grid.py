"""A grid as high as its rows: the page is scrolled, and the headings of the columns stay on top of what is seen."""

from ui.units.grid import GridView


class WholeGrid(GridView):
    """Shows all rows of one grid, which never scrolls by itself up and down."""

    def lay_out(self) -> None:
        """Take the height that the rows have at this width."""
        super().lay_out()
        wide = self.across.length() + self.down.width() > self.width()
        beside = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.across.height() + self.down.length() + beside + 2 * self.frameWidth())
