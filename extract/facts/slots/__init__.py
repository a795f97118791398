"""Slots: what could fill each slot of a quantity."""
