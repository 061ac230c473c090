"""A signing key in a file of its own, under a passphrase.

Format 1 is JSON: the seed of the key, encrypted by ChaCha20-Poly1305 under a key that scrypt
makes of the passphrase; everything else in the file is authenticated with it.
"""

from __future__ import annotations

import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.canonical import Json, canonical_json
from pressdesk.domain.errors import (
    KeyFileDamaged,
    PassphraseTooShort,
    PassphraseWrong,
    SourceMissing,
)
from pressdesk.domain.fields import Fields
from pressdesk.files import written_whole
from pressdesk.trust.signers import SEED_BYTES, Ed25519Signer, key_id

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.ids import KeyId

FORMAT = 1
MIN_PASSPHRASE = 12
_MAX_BYTES = 16 * 1024
_KDF, _CIPHER = "scrypt", "chacha20-poly1305"
_COST = 2**17
_COSTS = {2**power for power in range(14, 19)}
"""What a file may ask for: at most 256 MB, so that a hostile one cannot take the machine down."""
_BLOCK_SIZE, _LANES = 8, 1
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES, _PUBLIC_BYTES = 16, 12, 16, 32

_Open: TypeAlias = "dict[str, Json]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    cost: int
    salt: bytes
    nonce: bytes
    public: bytes
    secret: bytes = b""

    def in_clear(self) -> _Open:
        """Return what is authenticated but not encrypted."""
        return {
            "format": FORMAT,
            "kdf": _KDF,
            "n": self.cost,
            "r": _BLOCK_SIZE,
            "p": _LANES,
            "salt": self.salt.hex(),
            "cipher": _CIPHER,
            "nonce": self.nonce.hex(),
            "public": self.public.hex(),
        }


def create_key_file(path: Path, passphrase: str, *, cost: int = _COST) -> Ed25519Signer:
    """Make a new key, write it to ``path``, for its owner's eyes only, and return it.

    Raises:
        PassphraseTooShort: fewer than 12 characters.
        TargetExists: the file is there; a key is never overwritten.
        FolderReadOnly: the folder is missing, or may not be written to.
        DiskFull: no room left.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if len(unicodedata.normalize("NFC", passphrase)) < MIN_PASSPHRASE:
        raise PassphraseTooShort(minimum=MIN_PASSPHRASE)
    seed = secrets.token_bytes(SEED_BYTES)
    signer = Ed25519Signer(seed)
    sealed = _Sealed(
        cost=cost,
        salt=secrets.token_bytes(_SALT_BYTES),
        nonce=secrets.token_bytes(_NONCE_BYTES),
        public=signer.public,
    )
    with written_whole(path, may_replace=False) as neighbour:
        cipher = ChaCha20Poly1305(_stretched(passphrase, sealed))
        secret = cipher.encrypt(sealed.nonce, seed, canonical_json(sealed.in_clear()))
        members = sealed.in_clear() | {"secret": secret.hex()}
        _write_private(neighbour, json.dumps(members, indent=1).encode("ascii") + b"\n")
    return signer


def open_key_file(path: Path, passphrase: str) -> Ed25519Signer:
    """Return the key in the file.

    Raises:
        SourceMissing: no such file, or it may not be read.
        KeyFileDamaged: not a key file of format 1.
        PassphraseWrong: the passphrase does not open it, or the file was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    sealed = _read(path)
    cipher = ChaCha20Poly1305(_stretched(passphrase, sealed))
    try:
        seed = cipher.decrypt(sealed.nonce, sealed.secret, canonical_json(sealed.in_clear()))
    except InvalidTag as error:
        raise PassphraseWrong(name=path.name) from error
    signer = Ed25519Signer(seed)
    if signer.public != sealed.public:
        raise KeyFileDamaged(name=path.name)
    return signer


def key_in_file(path: Path) -> KeyId:
    """Return whose key the file says it holds, without the passphrase, so not yet proved.

    Raises:
        SourceMissing: no such file, or it may not be read.
        KeyFileDamaged: not a key file of format 1.
    """
    return key_id(_read(path).public)


def _stretched(passphrase: str, sealed: _Sealed) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=sealed.salt, length=32, n=sealed.cost, r=_BLOCK_SIZE, p=_LANES).derive(words)


def _write_private(neighbour: Path, data: bytes) -> None:
    """Write into a new file of that name, so that nobody else can hold the old one open."""
    neighbour.unlink()
    with os.fdopen(os.open(neighbour, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(data)


def _read(path: Path) -> _Sealed:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise SourceMissing(name=path.name) from error
    try:
        return _parse(data)
    except (ValueError, RecursionError) as error:
        raise KeyFileDamaged(name=path.name) from error


def _parse(data: bytes) -> _Sealed:
    if len(data) > _MAX_BYTES:
        raise ValueError("too large")
    fields = Fields(json.loads(data))
    sealed = _Sealed(
        cost=fields.integer("n"),
        salt=_bytes(fields, "salt", _SALT_BYTES),
        nonce=_bytes(fields, "nonce", _NONCE_BYTES),
        public=_bytes(fields, "public", _PUBLIC_BYTES),
        secret=_bytes(fields, "secret", SEED_BYTES + _TAG_BYTES),
    )
    for name, only in sealed.in_clear().items():
        if name in ("format", "kdf", "r", "p", "cipher") and fields.value(name) != only:
            raise ValueError(f"{name} is not that of format 1")
    fields.end()
    if sealed.cost not in _COSTS:
        raise ValueError("n is out of bounds")
    return sealed


def _bytes(fields: Fields, name: str, length: int) -> bytes:
    data = bytes.fromhex(fields.string(name))
    if len(data) != length:
        raise ValueError(f"{name} has another length")
    return data
