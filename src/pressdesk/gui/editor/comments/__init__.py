"""Comments beside the text: read, written, answered and settled in the editor."""
