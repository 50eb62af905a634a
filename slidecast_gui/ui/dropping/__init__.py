"""How decks come into the window."""
