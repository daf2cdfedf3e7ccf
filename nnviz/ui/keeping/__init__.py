"""Nothing is lost: the runs as they are kept, the work database, and what is offered after a crash."""
