"""Units across the lines of the plan and across the axes of a term: how much each does, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.units.facts import AxisOfUnits, Facts, Unit

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfLine:
    """What there is of one line, or of several: actions of the plan and activities, each counted once."""

    actions: int = 0
    activities: int = 0


@dataclass(frozen=True, slots=True)
class OfAxis:
    """What a unit does in an axis with another unit of it: activities and meetings; and whether it belongs there."""

    belongs: bool = False
    activities: int = 0
    meetings: int = 0


NOTHING_OF_AXIS = OfAxis()


def of_line(facts: Facts, units: Sequence[Unit], lines: Keys) -> OfLine:
    """Count the actions of `units` in `lines`, and the activities of any of them that belong to any of these."""
    keys = {unit.id for unit in units}
    actions = sum(count for unit in units for line, count in unit.plan.by_line.items() if line in lines)
    activities = sum(each.line_id in lines and not each.units.isdisjoint(keys) for each in facts.activities)
    return OfLine(actions, activities)


def of_axis(facts: Facts, unit: str, axis: AxisOfUnits) -> OfAxis:
    """Count what a unit does with another of an axis to which it belongs."""
    if unit not in axis.units:
        return NOTHING_OF_AXIS
    return of_axes(facts, unit, (axis,))


def of_axes(facts: Facts, unit: str, axes: Sequence[AxisOfUnits]) -> OfAxis:
    """Count what a unit does with any other of the axes to which it belongs."""
    others = companions(unit, axes)
    return OfAxis(
        belongs=any(unit in axis.units for axis in axes),
        activities=facts.activities_with(unit, others),
        meetings=facts.meetings_with(unit, others),
    )


def companions(unit: str, axes: Sequence[AxisOfUnits]) -> Keys:
    """Return the other units of the axes to which a unit belongs."""
    own = (axis.units for axis in axes if unit in axis.units)
    return tuple(sorted(frozenset().union(*own) - {unit}))


def together(facts: Facts, axis: AxisOfUnits) -> OfAxis:
    """Count what two or more units of an axis do together, each activity and meeting once."""
    several = 2
    return OfAxis(
        belongs=bool(axis.units),
        activities=sum(each.in_term and len(each.units & axis.units) >= several for each in facts.activities),
        meetings=sum(len(each.bodies & axis.units) >= several for each in facts.meetings),
    )
