"""Tables: `Fact` records enter; a typed DataFrame and files leave."""
