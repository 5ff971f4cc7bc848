"""How long a name may be: what the command line looks at before a database is spoken to."""

LONGEST = 57
"""So many signs the name of a tenant has at most, so that the name of its queue fits."""
