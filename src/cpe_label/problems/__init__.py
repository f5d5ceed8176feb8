"""What can be wrong, as values, and how it is shown."""
