"""The rooms of the package, in their order: imports only go to a room before one's own."""

ROOMS = [
    "text",
    "messages",
    "problems",
    "model",
    "rules",
    "record",
    "reading",
    "writing",
    "reports",
    "cli",
]
CORE = ROOMS[: ROOMS.index("record") + 1]
"""Those that open no file, print nothing and read no clock."""
