"""The main window: menus, places, what belongs to no place."""
