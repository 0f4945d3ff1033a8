"""Documents kept as text, compared with what the reports give now."""
