"""Widths of columns: they fill the page, and nobody is narrower than its longest word while there is room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Column, Document, Section, Table
from app.rendering.pdf.columns import ColumnWidth, fit_columns
from tests.app.rendering.reading import left_of, printed, texts

NEEDS = st.lists(
    st.builds(
        lambda least, extra, weight: ColumnWidth(least, least + extra, weight),
        st.floats(1, 120),
        st.floats(0, 900),
        st.sampled_from([0.5, 1.0, 2.0, 6.0]),
    ),
    min_size=1,
    max_size=20,
)


@given(NEEDS)
def test_the_columns_fill_the_page_exactly(wishes_: list[ColumnWidth]) -> None:
    assert sum(fit_columns(wishes_, 476).widths) == pytest.approx(476)


@given(NEEDS)
def test_no_column_is_narrower_than_its_longest_word_while_all_fit(wishes_: list[ColumnWidth]) -> None:
    fit = fit_columns(wishes_, 476)
    if sum(column.least for column in wishes_) * fit.factor <= 476:
        for column, width in zip(wishes_, fit.widths, strict=True):
            assert width >= column.least * fit.factor - 0.01


def test_weights_share_the_page_where_words_allow() -> None:
    fit = fit_columns([ColumnWidth(10, 50, 1), ColumnWidth(10, 500, 3)], 400)
    assert fit.widths == pytest.approx((100, 300))


def test_letters_are_set_smaller_only_when_words_do_not_fit() -> None:
    assert fit_columns([ColumnWidth(200, 300), ColumnWidth(200, 300)], 476).factor == 1
    assert fit_columns([ColumnWidth(300, 300), ColumnWidth(250, 300)], 476).factor < 1


def test_an_address_wider_than_its_column_breaks_and_loses_nothing() -> None:
    address = "https://www.example.org/" + "carpeta/" * 30 + "fin"
    table = Table((Column("Ciudad"), Column("Sitio"), Column("País")), (("Canelones", address, "Uruguay"),))
    (text,) = texts(printed(Document("Lista", "es", (Section("Lista", (table,)),)))[0])
    assert address in text.replace("\n", "")


def test_a_table_of_many_columns_keeps_all_of_them_on_the_page() -> None:
    columns = tuple(Column(f"Col{number}") for number in range(24))
    table = Table(columns, (tuple(f"v{number}" for number in range(24)),))
    reader, _ = printed(Document("Ancha", "es", (Section("Ancha", (table,), landscape=True),)))
    assert left_of(reader, 1, "v23") < float(reader.pages[0].mediabox.width) - 40
    assert all(f"v{number}" in texts(reader)[0] for number in range(24))
