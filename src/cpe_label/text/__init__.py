"""How values look as text; knows no label."""
