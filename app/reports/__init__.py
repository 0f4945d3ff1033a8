"""The reports: each gathers plain data, composes a document, and a renderer makes the paper."""
