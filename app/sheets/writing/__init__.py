"""Lists written for spreadsheet programs."""
