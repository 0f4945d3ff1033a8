"""The day on which the sample of the tests is made."""

from datetime import date

TODAY = date(2009, 3, 11)
