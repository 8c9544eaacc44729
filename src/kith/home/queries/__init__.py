"""What the front hall's pages show: one frozen dataclass a page."""
