"""Schemes: which scheme a quantity belongs to."""
