"""`make bench`: every performance figure of Kith beside its floor and its peers, measured in one run."""
