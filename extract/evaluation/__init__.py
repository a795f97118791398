"""Evaluation: gold annotations and rows enter; scores per slot leave, and floors below which they must not fall."""
