"""What is allowed: plain Python, no database, no clock."""
