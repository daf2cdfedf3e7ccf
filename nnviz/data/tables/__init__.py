"""Tables: text, Parquet and Excel, in memory or larger than it, and what is taken of them."""
