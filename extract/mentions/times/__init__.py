"""Times: text and an anchor date enter; `Mention[Timex]` records leave."""
