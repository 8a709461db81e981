"""The numbers and models: skin in millimetres, and the section drawn from it."""
