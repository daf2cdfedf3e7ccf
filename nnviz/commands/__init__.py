"""The command line, a module a command, imported only when that command runs."""
