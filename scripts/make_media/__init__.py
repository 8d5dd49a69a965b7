"""Draws hipreel's sample reels: a jointed figure, moved by joint angles, encoded with PyAV."""
