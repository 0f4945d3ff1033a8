"""The work plan of a Secretaría Ejecutiva: its lines, how far they are, its calendar, and the next period."""

from app.plan.board import Board, BoardLine, read_board
from app.plan.calendar import Bar, Calendar, Milestone, read_calendar, say_bar
from app.plan.carrying import carry_over
from app.plan.evidencing import can_show, line_for, show_evidence
from app.plan.plans import PlanChoice, list_plans, plan_of_today
from app.plan.progress import say_done, say_measured, say_progress

__all__ = [
    "Bar",
    "Board",
    "BoardLine",
    "Calendar",
    "Milestone",
    "PlanChoice",
    "can_show",
    "carry_over",
    "line_for",
    "list_plans",
    "plan_of_today",
    "read_board",
    "read_calendar",
    "say_bar",
    "say_done",
    "say_measured",
    "say_progress",
    "show_evidence",
]
