"""Measures PressDesk on texts of others; a tool, not a part of the program."""
