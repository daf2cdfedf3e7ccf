"""What panels are made of: fields for numbers and choices, cards, bars, tables of whole rows, text to read."""
