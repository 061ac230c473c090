"""The journeys of PressDesk: what people come to do. They own the transactions."""
