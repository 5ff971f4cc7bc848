"""From one text of a workflow to another: what changes by it, told for people.

How two texts are compared is `proof`; what is made of running cases stands beside this.
"""
