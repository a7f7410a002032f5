"""JSON Schemas of the files that a team writes, for editors and other tools; made from the reader's view of each."""
