"""Reading on after a slip of YAML: every mend that has one certain reading."""
