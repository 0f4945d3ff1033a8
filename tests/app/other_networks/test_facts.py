"""Which networks want a call, and in which order they stand."""

from app.other_networks.facts import Joint, Network, in_order


def network(name: str, months: int | None, joint: int = 0) -> Network:
    return Network(name, name, "", "network", (), None, months, (), Joint(activities=joint))


def test_those_with_whom_there_is_much_to_do_and_nobody_speaks_come_first() -> None:
    networks = [
        network("lejana", None),
        network("reciente", 1, 1),
        network("callada", 6, 1),
        network("más callada", 14, 1),
        network("nunca", None, 1),
        network("ajena reciente", 0),
    ]
    found = [each.name for each in in_order(networks)]
    assert found == ["nunca", "más callada", "callada", "reciente", "lejana", "ajena reciente"]
    assert [each.name for each in networks if each.wants_a_call] == ["callada", "más callada", "nunca"]
    assert [each.name for each in networks if each.is_silent] == ["lejana", "callada", "más callada", "nunca"]
