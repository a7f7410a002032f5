"""Run the command line with `python -m chefetage`."""

from chefetage.cli import main

main()
