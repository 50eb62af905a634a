"""Everything about one job, beside the list."""
