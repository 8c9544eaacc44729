"""What changes: one function per thing somebody does here."""
