"""The pages a clinician is handed: every entry, what it rests on, and whether it was reviewed."""
