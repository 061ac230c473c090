"""PressDesk: joint press releases, reviewed in rounds, approved word for word."""
