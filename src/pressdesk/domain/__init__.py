"""The words of the trade: content, ledger and approvals, as pure values."""
