"""Batch: many sources enter; rows and failures leave in the order of the sources."""
