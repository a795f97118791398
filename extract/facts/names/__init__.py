"""Names: who and what an article names, and what each noun phrase of it stands for."""
