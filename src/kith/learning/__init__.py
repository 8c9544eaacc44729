"""Staff's growth: dilemmas to play, bites to read, capabilities, CPD. It opens no case and knows none.

Serves whoever works here, alone at a desk or in a group. What somebody plays, writes or thinks of themselves here is
theirs: no manager, no ledger and no report learns of it (docs/adr/0025-learning.md).
"""
