"""The screen: one folder for each thing on it, and one for what all of it is painted with."""
