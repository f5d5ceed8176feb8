"""From an evaluation to the bytes of a report."""
