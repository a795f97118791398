"""Readers: files, folders, globs and streams enter; `Source` records leave, and a `Failure` for each that cannot be read."""
