"""The entities of the network, one per file; ENTITIES lists them all, parts after their owners."""

from db.base import Entity
from db.entities.activity import Activity
from db.entities.adoption import Adoption
from db.entities.agenda_item import AgendaItem
from db.entities.agreement import Agreement
from db.entities.attendance import Attendance
from db.entities.axis import Axis
from db.entities.body import Body
from db.entities.call import Call
from db.entities.chapter import Chapter
from db.entities.city_relation import CityRelation
from db.entities.commitment import Commitment
from db.entities.contact_point import ContactPoint
from db.entities.declaration import Declaration
from db.entities.dissemination import Dissemination
from db.entities.document import Document
from db.entities.evidence import Evidence
from db.entities.experience import Experience
from db.entities.experience_result import ExperienceResult
from db.entities.focem_proposal import FocemProposal
from db.entities.funding import Funding
from db.entities.interaction import Interaction
from db.entities.match import Match
from db.entities.measure import Measure
from db.entities.meeting import Meeting
from db.entities.membership import Membership
from db.entities.municipality import Municipality
from db.entities.need import Need
from db.entities.network_membership import NetworkMembership
from db.entities.norm import Norm
from db.entities.office import Office
from db.entities.organisation import Organisation
from db.entities.period import Period
from db.entities.person import Person
from db.entities.plan_action import PlanAction
from db.entities.plan_line import PlanLine
from db.entities.post import Post
from db.entities.pro_tempore import ProTempore
from db.entities.project import Project
from db.entities.project_partner import ProjectPartner
from db.entities.recommendation import Recommendation
from db.entities.resolution import Resolution
from db.entities.seat import Seat
from db.entities.stage import Stage
from db.entities.step import Step
from db.entities.study import Study
from db.entities.tenure import Tenure
from db.entities.theme import Theme

ENTITIES: tuple[type[Entity], ...] = (
    Municipality,
    Membership,
    Person,
    Organisation,
    ContactPoint,
    Body,
    Seat,
    Axis,
    Meeting,
    Activity,
    AgendaItem,
    Attendance,
    Resolution,
    Declaration,
    Recommendation,
    Norm,
    FocemProposal,
    CityRelation,
    NetworkMembership,
    Agreement,
    Call,
    Project,
    ProjectPartner,
    Funding,
    Study,
    ProTempore,
    Experience,
    ExperienceResult,
    Need,
    Match,
    Adoption,
    Post,
    Tenure,
    Period,
    Chapter,
    Office,
    Theme,
    PlanLine,
    PlanAction,
    Measure,
    Evidence,
    Stage,
    Step,
    Commitment,
    Interaction,
    Dissemination,
    Document,
)
"""In the order in which the one search answers."""
