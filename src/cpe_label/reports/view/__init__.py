"""The facts and sentences of a report, in one language."""
