"""What the panes ask of the network beside its training: to judge, to try, to step through."""
