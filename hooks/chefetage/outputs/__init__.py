"""What is written besides pages: data for the theme, and the tree for other engines."""
