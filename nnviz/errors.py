"""The one exception that carries a sentence for a person."""


class BadInput(Exception):
    """Something a person gave us cannot be used; ``str(error)`` is the one sentence that says what and why.

    The command line prints it on stderr and exits with 2; the window shows it beside what it concerns.
    """
