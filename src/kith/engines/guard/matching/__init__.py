"""How each sort of fact is recognised: one file a sort, each giving hunts over a folded reading."""
