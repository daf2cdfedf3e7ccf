"""Who carries: the QThread that owns one engine process and turns its messages into Qt signals."""
