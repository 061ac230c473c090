"""Findings in the editor: checked while one writes, marked in the text, fixed from cards."""
