"""Text in, text out: pure functions on strings."""
