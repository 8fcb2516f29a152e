"""What earlier runs found out, kept on disk; a run with it reports exactly what one without it does."""
