"""Hash trees (RFC 6962): one hash stands for any number of leaves, and any one leaf can be proved against it."""

import hashlib
from collections.abc import Iterable, Sequence


def leaf_hash(leaf: bytes) -> bytes:
    """Hash one leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two branches into one."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Iterable[bytes]) -> str:
    """Fold any number of leaves into one hash, in hex (RFC 6962: leaf 0x00, node 0x01), in constant memory.

    So a reading of a million items is one line of the ledger, and any one item can be proved against it.
    """
    return fold(map(leaf_hash, leaves)).hex()


def fold(hashes: Iterable[bytes]) -> bytes:
    """Fold leaves that are hashed already into the root, in constant memory."""
    stack: list[tuple[int, bytes]] = []
    for each in hashes:
        node = (0, each)
        while stack and stack[-1][0] == node[0]:
            level, left = stack.pop()
            node = (level + 1, node_hash(left, node[1]))
        stack.append(node)
    if not stack:
        return hashlib.sha256(b"").digest()
    root = stack.pop()[1]
    while stack:
        root = node_hash(stack.pop()[1], root)
    return root


def inclusion_proof(hashes: Sequence[bytes], index: int) -> list[bytes]:
    """Give the hashes that lead from one leaf, hashed already, to the root (RFC 9162, 2.1.3)."""
    level, proof = list(hashes), []
    while len(level) > 1:
        if index ^ 1 < len(level):  # the last of an odd number has no neighbour, and goes up as it is
            proof.append(level[index ^ 1])
        level = [
            node_hash(level[at], level[at + 1]) if at + 1 < len(level) else level[at] for at in range(0, len(level), 2)
        ]
        index //= 2
    return proof
