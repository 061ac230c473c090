"""Names for the identifiers that must not be mixed up; all are strings when stored."""

from __future__ import annotations

from typing import NewType

ReleaseId = NewType("ReleaseId", str)
BlockId = NewType("BlockId", str)
PartnerId = NewType("PartnerId", str)
PersonId = NewType("PersonId", str)
KeyId = NewType("KeyId", str)
"""SHA-256 of an Ed25519 public key, in lower-case hexadecimal."""
Digest = NewType("Digest", str)
"""SHA-256 in lower-case hexadecimal, 64 characters."""
