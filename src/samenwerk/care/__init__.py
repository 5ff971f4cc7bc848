"""Care of the record: is a store whole, and how does a record get from one store to another?

Acting on a record is `engine`; this room only reads, copies, compares and carries.
"""
