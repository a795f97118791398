"""newsfacts: raw news articles in, normalised fact tables out."""
