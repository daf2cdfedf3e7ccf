"""What happens when something unforeseen does: it is caught, counted, logged, and offered as a report."""
