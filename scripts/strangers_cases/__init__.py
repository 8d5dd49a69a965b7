"""The strangers' folders that scripts/strangers makes, and how they are run."""
