"""The engine as a process: what it is told and what it answers, from its start to its end."""
