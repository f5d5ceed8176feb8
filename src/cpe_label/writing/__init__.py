"""From values to files."""
