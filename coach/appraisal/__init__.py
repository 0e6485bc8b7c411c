"""The appraisal: a plan's sections scored exactly, every number with its evidence."""
