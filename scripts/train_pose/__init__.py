"""Makes the model that says what a clip is like, and measures it on repositories left out."""
