"""A drawing as BPMN 2.0: what flows to what, where it stands, and the XML of both.

The words are those of the drawing; who asks for a file, and where it goes, is the command line.
"""
