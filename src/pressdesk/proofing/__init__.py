"""Spelling, words and their classes, the rules, and the second engine."""
