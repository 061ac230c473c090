"""Workspaces in SQLite: the desk and ``.pressdesk`` files. Rows never leave this room."""
