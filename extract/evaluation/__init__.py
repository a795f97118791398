"""Evaluation: gold annotations and rows enter; scores per slot leave."""
