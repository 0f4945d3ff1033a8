"""The page of the forums of MERCOSUR."""
