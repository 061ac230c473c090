"""The entry: wires the real parts and starts the command line."""
