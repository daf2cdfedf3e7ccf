"""Text tables before they are tables: encodings, delimiters, cells, and what is wrong with them."""
