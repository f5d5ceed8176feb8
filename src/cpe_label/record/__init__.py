"""The public, versioned JSON shapes."""
