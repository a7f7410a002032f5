"""What the desk does for editors: new files, publishing, closing. Everything that writes into the content."""
