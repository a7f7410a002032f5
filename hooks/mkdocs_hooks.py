from chefetage.mkdocs_events import *
