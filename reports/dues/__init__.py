"""What is due, as home shows it: lists of rows, each cut short."""

MOST = 8  # rows of a list
