"""The forums of MERCOSUR, as the FCCR: who presides and sits there, where they met, and what is on its way."""
