"""What is told of the work outside of the list: title, task bar, notifications."""
