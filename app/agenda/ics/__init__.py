"""Files of calendars (iCalendar, RFC 5545): events written into them and read from them."""
