"""What is done with the queue as a whole."""
