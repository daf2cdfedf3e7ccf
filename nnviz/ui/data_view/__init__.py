"""Looking at data: rows or pictures, columns, scatter, one sample, and problems; ``DataView`` is all of it."""
