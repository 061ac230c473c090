"""The command line: click commands, one module each, that talk to the journeys."""
