"""multilingual-e5-small out of its carrier: reading, rebuilding, checking."""
