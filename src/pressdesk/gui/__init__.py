"""The window: what people see and do. The only room that knows Qt."""
