"""The numbers and models: skin in millimetres, the section drawn from it, and its colour."""
