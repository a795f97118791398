"""Articles: files and streams enter as bytes, leave as `Article` records whose lines are labelled."""
