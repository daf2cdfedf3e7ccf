"""What you save: network, data and recipe as one document, its two file forms, its runs."""
