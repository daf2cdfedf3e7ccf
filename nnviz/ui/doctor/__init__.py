"""The doctor: looks at the run that goes on, says what is wrong with it, and has a remedy tried in a run of its own."""
