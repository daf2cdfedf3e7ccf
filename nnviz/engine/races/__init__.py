"""Several networks at once: races of variants, and ensembles that answer together."""
