"""The agenda: activities and meetings as events of a calendar, by month, on paper and in files of calendars."""
