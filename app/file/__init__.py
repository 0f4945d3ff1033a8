"""The file that the person works on and what surrounds it: settings, who works here, passphrases, faults."""
