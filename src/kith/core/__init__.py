"""What every room stands on: who is asking, transactions and row security, the ledger, files, jobs, pages, actions.

No duty of social work lives here; a room imports from it and it imports no room.
"""
