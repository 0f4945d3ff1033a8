"""What is refused of agreements, calls, projects and memberships, and where it is said."""

import pytest

from app.records.drafts import Rows, new_key
from app.records.duplicates.merge import merge
from app.records.editing import Draft, save_record
from app.records.reading import read_many
from app.words.problems import ProblemError
from db.store import Store
from db.values import Money, PartialDate
from tests.make import add, add_city


def refused(store: Store, draft: Draft) -> list[str]:
    """Return the fields beside which something is said against a draft."""
    with pytest.raises(ProblemError) as error:
        save_record(store, draft)
    return [problem.place.field for problem in error.value.problems]


def of(store: Store, entity: str, **values: object) -> list[str]:
    return refused(store, Draft(entity, None, values))


def partner(**values: object) -> Draft:
    return Draft("project_partner", new_key(), values)


def test_nothing_ends_before_it_begins(store: Store) -> None:
    backwards = {"starts": PartialDate(2010), "ends": PartialDate(2009)}
    assert of(store, "agreement", name="Marco", **backwards) == ["ends"]
    assert of(store, "agreement", name="Marco", signed_on=PartialDate(2010), ends=PartialDate(2009)) == ["signed_on"]
    assert of(store, "call", name="Sur", opens=PartialDate(2010, 2), closes=PartialDate(2010, 1)) == ["closes"]
    assert add(store, "call", name="Sur", opens=PartialDate(2010, 2), closes=PartialDate(2010))
    assert add(store, "agreement", name="Marco", signed_on=PartialDate(2010, 5), ends=PartialDate(2010))
    held = {"municipality_id": add_city(store), "organisation_id": add(store, "organisation", name="Otra red")}
    assert of(store, "network_membership", **held, **backwards) == ["ends"]


def test_a_share_is_within_the_whole_and_an_amount_has_its_kind(store: Store) -> None:
    assert of(store, "call", name="Sur", largest_share=100_001) == ["largest_share"]
    assert of(store, "project", name="Riego", own_share=100_001) == ["own_share"]
    funding = Draft("funding", new_key(), {"source": "Nota"})
    draft = Draft("project", None, {"name": "Riego"}, {"fundings": Rows((funding,))})
    assert refused(store, draft) == [f"fundings.{funding.id}.kind", f"fundings.{funding.id}.amount"]
    whole = Draft("funding", new_key(), {"kind": "asked", "amount": Money(100, "USD")})
    assert save_record(store, Draft("project", None, {"name": "Riego"}, {"fundings": Rows((whole,))})).id


def test_a_partner_is_one_alone_and_none_that_is_there_already(store: Store) -> None:
    city, other = add_city(store, "Tandil"), add_city(store, "Azul")
    group = add(store, "organisation", name="Grupo")
    values = {"name": "Riego", "municipality_id": city}

    def said(*partners: Draft) -> list[str]:
        found = refused(store, Draft("project", None, values, {"partners": Rows(partners)}))
        return [f"{[each.id for each in partners].index(at.split('.')[1])}.{at.split('.')[2]}" for at in found]

    assert said(partner(municipality_id=other, organisation_id=group)) == ["0.organisation_id"]
    assert said(partner(kind="ally")) == ["0.municipality_id"]
    assert said(partner(municipality_id=city)) == ["0.municipality_id"]
    assert said(partner(municipality_id=other), partner(municipality_id=other)) == ["1.municipality_id"]
    assert said(partner(name="AUGM"), partner(name="augm ")) == ["1.name"]
    kept = (partner(municipality_id=other), partner(organisation_id=group))
    project = save_record(store, Draft("project", None, values, {"partners": Rows(kept)})).id
    again = partner(municipality_id=other)
    added = refused(store, Draft("project", project, {}, {"partners": Rows((again,))}))
    assert added == [f"partners.{again.id}.municipality_id"], "those that are stored count too"
    in_its_place = Draft("project", project, {}, {"partners": Rows((again,), removed=(kept[0],))})
    save_record(store, in_its_place)
    assert refused(store, Draft("project", project, {"municipality_id": other})) == [
        f"partners.{again.id}.municipality_id"
    ]


def test_two_cities_that_become_one_are_one_partner(store: Store) -> None:
    city, coordinating = add_city(store, "Azul"), add_city(store, "Tandil")
    double = add_city(store, "Azul", "UY")
    rows = Rows((partner(municipality_id=city), partner(municipality_id=double)))
    values = {"name": "Riego", "municipality_id": coordinating}
    project = save_record(store, Draft("project", None, values, {"partners": rows})).id
    merge(store, "municipality", city, double)
    assert [each.values["municipality_id"] for each in read_many(store, "project", [project])[0].parts["partners"]] == [
        city
    ]
    merge(store, "municipality", coordinating, city)
    assert read_many(store, "project", [project])[0].parts["partners"] == ()


def test_two_projects_that_become_one_have_each_partner_once(store: Store) -> None:
    city, partner_city = add_city(store, "Tandil"), add_city(store, "Azul")
    pairs = (("Riego", None, "ally", "AUGM"), ("Riego (otro)", city, "partner", "augm"))
    keep, gone = (
        save_record(
            store,
            Draft(
                "project",
                None,
                {"name": name, "municipality_id": coordinates},
                {"partners": Rows((partner(municipality_id=partner_city, kind=kind), partner(name=other)))},
            ),
        ).id
        for name, coordinates, kind, other in pairs
    )
    add(store, "project_partner", project_id=keep, municipality_id=city)
    merge(store, "project", keep, gone)
    left = read_many(store, "project", [keep])[0].parts["partners"]
    assert [(each.values["municipality_id"], each.values["name"]) for each in left] == [
        (None, "AUGM"),
        (partner_city, None),
    ]
    assert save_record(store, Draft("project", keep, {"name": "Riego por goteo"})).id == keep
