"""Kith as it runs: started, signed in to, killed in every way, and started again."""
