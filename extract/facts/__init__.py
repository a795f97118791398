"""Facts: an `Article` and its mentions enter; one `Fact` for each quantity that the article asserts leaves."""
