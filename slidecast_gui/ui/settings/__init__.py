"""Settings of renders and of the window, and what they will amount to."""
