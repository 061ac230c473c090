"""Pieces that several places are built from; they show and ask, and decide nothing."""
