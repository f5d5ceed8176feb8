"""The rules of calculation, as pure functions."""
