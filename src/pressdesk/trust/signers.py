"""Ed25519 keys in memory, however they came there."""

from __future__ import annotations

import hashlib
import secrets

from pressdesk.domain.ids import KeyId

SEED_BYTES = 32


class Ed25519Signer:
    """A private key, made of its seed; nothing but signatures and the public key comes out."""

    __slots__ = ("_private", "_public")

    def __init__(self, seed: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key().public_bytes_raw()

    @property
    def key(self) -> KeyId:
        """The hash of the public key."""
        return key_id(self._public)

    @property
    def public(self) -> bytes:
        """The raw public key, 32 bytes."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Return the signature over ``message``."""
        return self._private.sign(message)


def key_id(public: bytes) -> KeyId:
    """Return the id of a raw public key."""
    return KeyId(hashlib.sha256(public).hexdigest())


def session_signer() -> Ed25519Signer:
    """Return a new key that ends with this run."""
    return Ed25519Signer(secrets.token_bytes(SEED_BYTES))
