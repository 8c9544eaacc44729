"""What was typed: shape only."""
