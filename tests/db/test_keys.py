"""All the keys of a list, held as one text."""

import pytest

from db.keys import KEY_LENGTH, Keys

THREE = [letter * KEY_LENGTH for letter in "abc"]


def test_keys_are_what_a_list_of_them_would_be() -> None:
    keys = Keys("".join(THREE))

    assert keys == THREE
    assert list(keys) == THREE
    assert keys != THREE[:2]
    assert keys != [*THREE[:2], "d" * KEY_LENGTH]
    assert keys == Keys("".join(THREE))
    assert (len(keys), keys[0], keys[-1], keys[1:]) == (3, THREE[0], THREE[2], THREE[1:])
    assert list(reversed(keys)) == THREE[::-1]
    assert (list(Keys()), len(Keys())) == ([], 0)


def test_a_place_beyond_the_last_is_refused() -> None:
    for place in (3, -4):
        with pytest.raises(IndexError):
            Keys("".join(THREE))[place]


def test_a_key_is_found_where_one_begins() -> None:
    keys = Keys("".join(THREE))

    assert [keys.index(key) for key in THREE] == [0, 1, 2]
    assert THREE[2] in keys
    for other in ("d" * KEY_LENGTH, "a" * (KEY_LENGTH - 1) + "b", "a", "", None):
        assert other not in keys
    with pytest.raises(ValueError, match="aab"):
        keys.index("a" * (KEY_LENGTH - 1) + "b")


def test_a_key_that_also_stands_across_two_others_is_found_at_its_own_place() -> None:
    half = KEY_LENGTH // 2
    across = "a" * half + "b" * half
    keys = Keys("".join((*THREE, across)))

    assert keys.index(across) == 3
    with pytest.raises(ValueError, match=across):
        keys.index(across, 0, 3)
