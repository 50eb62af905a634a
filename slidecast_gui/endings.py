"""Which files are decks, by their names: known without loading what reads them."""

DECK_ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".ppt", ".pps", ".pot", ".odp", ".otp", ".pdf")
"""How names of decks end, in lower case: for file dialogs and folders. Any other name is judged by its content too."""

CONVERTED_ENDINGS = (".ppt", ".pps", ".pot", ".odp", ".otp")
"""Those of decks that only LibreOffice reads."""
