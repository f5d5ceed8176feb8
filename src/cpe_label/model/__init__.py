"""The values that files hold: a referential, an audit."""
