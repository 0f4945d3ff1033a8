"""A migration is written from what changed in the declarations, and what it makes is what they declare."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import Boolean, CheckConstraint, Column, Integer, MetaData, String, UniqueConstraint
from sqlalchemy.types import UserDefinedType

from db.checking import check
from db.entities import ENTITIES
from db.schema import present
from db.titles import Title
from db.translations import AddedColumn, RenamedColumn, RenamedTable
from tests.db.test_schema import OLD_FILES
from tests.db.writing import changed, held, made, made_file, write
from tests.make import empty_template
from tests.tools.workshop import Workshop, empty_workshop, links, pact, reference
from tools.make_migration import main, parse_answers, write_migration
from tools.migration.plan import Unanswered, make_plan
from tools.migration.shapes import migrated_shape
from tools.migration.trying import faults
from tools.migration.writing import Unwritable

LINKS = (links("pact", "municipality"), links("pact", "organisation"))
MEETING = (
    made("body", "b", name="Consejo", kind="council"),
    made("meeting", "m", body_id="b", name="Primera", state="held"),
)
PACT = made("pact", "a", title="Ávila", kind="x", meeting_id="m", position=0)
CONTENT = f"INSERT INTO content (digest, data) VALUES ('{'d' * 64}', 'acta')"
UNDO = Title("Deshacer")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return a workshop in which nothing was changed."""
    return empty_workshop(tmp_path)


@pytest.fixture
def later(workshop: Workshop) -> Workshop:
    """Return a workshop in which pacts and their links were made by a migration."""
    return workshop.declare(pact(), *LINKS).migrate()


def left(workshop: Workshop) -> list[str]:
    """Return what the migrations of a workshop leave otherwise than declared, on the newest released file too."""
    return list(faults(workshop.schema, workshop.metadata, OLD_FILES[-1:]))


# ---------------------------------------------------------------- what is written


def test_the_migrations_make_what_is_declared_to_the_last_check_and_index() -> None:
    assert make_plan(migrated_shape(present()), ENTITIES[0].metadata).lines() == []


def test_a_new_kind_of_record_is_made_with_its_links(workshop: Workshop) -> None:
    there = workshop.declare(pact(), *LINKS)
    assert there.plan().lines() == [
        "make the table pact",
        "make the table pact_municipality",
        "make the table pact_organisation",
    ]
    done = there.migrate()
    assert left(done) == []
    assert done.plan().lines() == []
    assert done.translations() == []


def test_what_is_written_reads_as_if_by_hand(later: Workshop) -> None:
    written = ast.parse(later.text())
    made_pact = next(each for each in written.body if isinstance(each, ast.FunctionDef) and each.name == "make_pact")
    [_, call] = map(ast.unparse, made_pact.body)
    assert call == ast.unparse(
        ast.parse("""
make_table(
    "pact",
    key(),
    sa.Column("title", sa.String(300), nullable=False),
    folded_key("title_key"),
    sa.Column("kind", sa.String(20), nullable=False, index=True),
    sa.Column("starts", sa.String(10)),
    reference("meeting_id", "meeting", required=True),
    reference("period_id", "period"),
    position(),
    sa.CheckConstraint("position >= 0", name="position"),
    sa.Index("ix_pact_open", "kind", sqlite_where=sa.text("starts IS NULL")),
    sa.Index("ix_pact_title_key_id", "title_key", "id"),
)""")
    )
    assert 'make_link_table("pact", "organisation")' in later.text()
    assert all(len(line) <= 120 for line in later.text().splitlines())


def test_columns_come_into_a_table_with_index_check_and_reference(later: Workshop) -> None:
    more = (
        Column("acronym", String(20), index=True),
        Column("cost", Integer),
        Column("share", Integer),
        reference("body_id", "body"),
        CheckConstraint("cost > share", name="cost"),
    )
    done = later.declare(pact(*more), *LINKS).migrate()
    assert left(done) == []
    assert done.plan().lines() == []
    assert done.translations() == []


def test_what_a_new_column_holds_in_older_rows_is_asked_for_and_said_to_the_journal(
    later: Workshop, tmp_path: Path
) -> None:
    path = empty_template(tmp_path)
    with later.open(path) as store:
        first = write(store, PACT, *MEETING)
    there = later.declare(pact(Column("state", String(20), nullable=False), Column("signed", Boolean)), *LINKS)
    with pytest.raises(Unanswered, match=r"pact\.state may not be empty: say FILLS=pact\.state="):
        there.plan()
    done = there.migrate(parse_answers("", "pact.state=in force; pact.signed=1", ""))
    number = done.schema.latest_version()
    assert list(map(str, done.translations())) == [
        str(AddedColumn(number, "pact", "state", "in force")),
        str(AddedColumn(number, "pact", "signed", 1)),
    ]
    with done.open(path) as store:
        row = held(store, "pact", "a") or {}
        assert (row["state"], row["signed"]) == ("in force", 1)
        assert check(store) == []
        store.undo_operations([first], UNDO)
        assert held(store, "pact", "a") is None


def test_what_gets_another_name_keeps_what_it_holds(later: Workshop, tmp_path: Path) -> None:
    path = empty_template(tmp_path)
    with later.open(path) as store:
        write(store, PACT, *MEETING)
        second = write(store, changed("pact", "a", title="Óbidos"))
    there = later.declare(pact(title="name"), *LINKS)
    with pytest.raises(Unanswered, match=r"^pact\.title goes: say RENAMES=pact\.title=… or DROPS="):
        there.plan()
    done = there.migrate(parse_answers("pact.title=name", "", ""))
    [renamed] = done.translations()
    assert str(renamed) == str(RenamedColumn(done.schema.latest_version(), "pact", "title", "name"))
    assert left(done) == []
    with done.open(path) as store:
        row = held(store, "pact", "a") or {}
        assert (row["name"], row["name_key"]) == ("Óbidos", "obidos")
        assert check(store) == []
        store.undo_operations([second], UNDO)
        assert (held(store, "pact", "a") or {})["name_key"] == "avila"


def test_a_table_under_another_name_keeps_its_rows_and_their_files(workshop: Workshop, tmp_path: Path) -> None:
    path = empty_template(tmp_path)
    before = workshop.declare(pact(reference("parent_id", "pact"))).migrate()
    with before.open(path) as store:
        write(store, *MEETING, PACT)
        write(store, CONTENT, made_file("f", "pact", "a"))
    done = before.declare(pact(reference("parent_id", "accord"), name="accord")).migrate(
        parse_answers("pact=accord", "", "")
    )
    renamed, *others = done.translations()
    assert str(renamed) == str(RenamedTable(done.schema.latest_version(), "pact", "accord"))
    [moved] = [each for each in others if getattr(each, "entity", "") == "document"]
    assert getattr(moved, "name", "") == "record_entity"
    assert list(map(moved.translate, ("pact", "person"))) == ["accord", "person"]  # type: ignore[union-attr]  # said above
    assert left(done) == []
    with done.open(path) as store:
        assert (held(store, "accord", "a") or {})["title"] == "Ávila"
        assert (held(store, "document", "f") or {})["record_entity"] == "accord"
        assert check(store) == []


def test_what_goes_for_good_is_named_before_it_goes(later: Workshop) -> None:
    there = later.declare(pact(Column("acronym", String(20), index=True)), *LINKS).migrate()
    back = there.declare(pact(), LINKS[0])
    with pytest.raises(Unanswered) as asked:
        back.plan()
    assert str(asked.value).splitlines() == [
        "pact.acronym goes: say RENAMES=pact.acronym=… or DROPS=pact.acronym",
        "the table pact_organisation goes: say RENAMES=pact_organisation=… or DROPS=pact_organisation",
    ]
    done = back.migrate(parse_answers("", "", "pact.acronym pact_organisation"))
    assert left(done) == []
    assert done.plan().lines() == []


# ---------------------------------------------------------------- what is not


def test_what_alter_cannot_do_is_left_to_the_hand_and_said(later: Workshop) -> None:
    def other(metadata: MetaData) -> None:
        table = metadata.tables["pact"]
        table.columns["starts"].type = String(20)
        table.columns["period_id"].nullable = False
        table.constraints -= {each for each in table.constraints if isinstance(each, CheckConstraint)}
        table.append_constraint(CheckConstraint("length(kind) > 1", name="kind"))
        table.append_constraint(UniqueConstraint("kind", "starts"))
        table.columns["position"].server_default = None

    there = later.declare(pact(), *LINKS)
    other(there.metadata)
    said = [
        "the type of pact.starts, VARCHAR(10) before, is VARCHAR(20) now",
        "pact.period_id may not be empty now",
        "the check of pact that says position >= 0 is gone",
        "the check of pact that says length(kind) > 1 is new",
        "that pact.kind, starts is unique is new",
    ]
    assert sorted(there.plan().by_hand()) == sorted(said)
    done = there.migrate()
    with pytest.raises(NotImplementedError, match=r"by hand: pact\.period_id may not be empty now; the type of"):
        migrated_shape(done.schema)


def test_links_of_a_kind_with_itself_are_made_column_by_column(later: Workshop) -> None:
    there = later.declare(pact(), *LINKS, links("pact", "pact", role="part")).migrate()
    assert "make_pact_part()" in there.text()
    assert "make_link_table(" not in there.text()
    assert left(there) == []


def test_links_are_not_renamed_since_their_keys_derive_from_the_name(later: Workshop) -> None:
    there = later.declare(pact(name="accord"), links("accord", "municipality"), links("accord", "organisation"))
    renames = " ".join(
        ["pact=accord"]
        + [f"pact_{each}=accord_{each}" for each in ("municipality", "organisation")]
        + [f"accord_{each}.pact_id=accord_id" for each in ("municipality", "organisation")]
    )
    assert there.plan(parse_answers(renames, "", "")).by_hand() == [
        "the keys of the links in accord_municipality derive from its name, and are others now",
        "the keys of the links in accord_organisation derive from its name, and are others now",
    ]


@pytest.mark.parametrize(
    ("written", "instead", "wrong"),
    [
        (
            "position >= 0",
            "position >= 1",
            [
                "by hand: the check of pact that says position >= 1 is gone",
                "by hand: the check of pact that says position >= 0 is new",
            ],
        ),
        ("starts IS NULL", "starts IS NOT NULL", ["make the index ix_pact_open anew"]),
        (
            'reference("period_id", "period")',
            'sa.Column("period_id", sa.String(32), sa.ForeignKey("period.id"), info={"filled": True})',
            [
                "by hand: pact.period_id no longer refers to period (NO ACTION, NO ACTION)",
                "by hand: pact.period_id refers to period now (NO ACTION, NO ACTION, DEFERRABLE)",
            ],
        ),
    ],
)
def test_a_migration_that_makes_something_else_is_found(
    later: Workshop, written: str, instead: str, wrong: list[str]
) -> None:
    path = max(later.place.versions.glob("[0-9]*.py"))
    path.write_text(later.text().replace(written, instead), encoding="utf-8")
    name = OLD_FILES[-1].name
    assert left(later) == [f"{where}: {line}" for where in ("an empty file", name) for line in wrong]


@pytest.mark.parametrize(
    ("renames", "fills", "words"),
    [
        ("organisation.web=site", "", "no column organisation.web goes while organisation.site comes"),
        ("theme=topic", "", "no table theme goes while a table topic comes"),
        ("", "theme.odm=1", "no column theme.odm comes"),
    ],
)
def test_an_answer_to_what_nobody_asked_is_refused(workshop: Workshop, renames: str, fills: str, words: str) -> None:
    with pytest.raises(Unanswered, match=words):
        workshop.plan(parse_answers(renames, fills, ""))


@pytest.mark.parametrize("word", ["organisation.web", "=site", "organisation.web="])
def test_an_answer_that_says_nothing_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=r"should be like table\.column=value"):
        parse_answers(word, "", "")


def test_a_name_is_asked_for_before_anything_is_written(workshop: Workshop) -> None:
    there = workshop.declare(pact())
    for name in ("", "Convenios", "../x"):
        with pytest.raises(Unanswered, match="NAME says what the migration is for"):
            write_migration(name, there.plan(), there.schema, there.place)
    assert list(there.place.versions.iterdir()) == []


def test_a_type_of_our_own_is_refused_before_anything_is_written(workshop: Workshop) -> None:
    class Colour(UserDefinedType[str]):
        def get_col_spec(self, **_: object) -> str:
            return "COLOUR"

    there = workshop.declare(pact(Column("colour", Colour())))
    with pytest.raises(Unwritable, match="the type Colour is none of SQLAlchemy's"):
        there.migrate()
    assert list(there.place.versions.iterdir()) == []


def test_when_nothing_changed_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(present().folders[0].iterdir())
    assert main(["nothing"]) == 0
    assert capsys.readouterr().out == "Nothing to migrate: the migrations make what is declared.\n"
    assert sorted(present().folders[0].iterdir()) == before
