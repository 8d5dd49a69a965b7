"""What scripts/torture makes: files that ask for too much, lie, or pretend to be something else."""
