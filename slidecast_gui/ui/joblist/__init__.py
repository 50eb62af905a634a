"""The list of jobs: its model, its cards, its filters."""
