"""What tests share: makers of values, families of hostile input, second implementations."""
