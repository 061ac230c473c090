"""The desk: every release, what it waits for, and what to start from."""
