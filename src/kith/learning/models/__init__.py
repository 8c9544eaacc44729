"""What is stored, and which states the database refuses."""
