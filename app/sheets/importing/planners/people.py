"""The people that are known, found by e-mail, name and place."""

from collections.abc import Iterable

from sqlalchemy import func, select

from app.words.folding import fold
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.session import FileSession


class People:
    """All people of the store and those that the plan adds, read in three goes; `names` are folded, by key."""

    def __init__(self, session: FileSession) -> None:
        """Read them."""
        self.names: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_email: dict[str, list[str]] = {}
        self._places: dict[str, set[str]] = {}
        self._stored_at: dict[str, list[str]] = {}
        for key, name in session.execute(select(Person.id, Person.name)):
            self.add(key, name, (), "")
        emails = select(ContactPoint.person_id, ContactPoint.value).where(ContactPoint.kind == ContactKind.EMAIL.value)
        for owner, email in session.execute(emails):
            if owner is not None:
                self.add(owner, "", (email.casefold(),), "")
        place = func.coalesce(Post.municipality_id, Post.organisation_id, Post.body_id)
        for key, at in session.execute(
            select(Tenure.person_id, place).join(Post, Post.id == Tenure.post_id).distinct()
        ):
            self.add(key, "", (), at)
            self._stored_at.setdefault(at, []).append(self.names[key])

    def add(self, key: str, name: str, emails: Iterable[str], place_id: str) -> None:
        """Know of a person from now on, or more of one who is known."""
        if name and self.names.get(key) != fold(name):
            if key in self.names:
                self._by_name[self.names[key]].remove(key)
            self.names[key], self.titles[key] = fold(name), name
            self._by_name.setdefault(fold(name), []).append(key)
        for email in emails:
            keys = self._by_email.setdefault(email, [])
            if key not in keys:
                keys.append(key)
        if place_id:
            self._places.setdefault(key, set()).add(place_id)

    def with_emails(self, emails: Iterable[str]) -> list[str]:
        """Return the people who have any of these e-mails."""
        return list(dict.fromkeys(key for email in emails for key in self._by_email.get(email, ())))

    def named(self, name: str) -> list[str]:
        """Return the people of this folded name."""
        return self._by_name.get(name, [])

    def places_of(self, key: str) -> set[str]:
        """Return the keys of the places where a person holds or held a post."""
        return self._places.get(key, set())

    def names_at(self, place_id: str) -> list[str]:
        """Return the folded names of the people of the store who have a post at this place."""
        return self._stored_at.get(place_id, [])
