"""A plan beside another: on other companies, otherwise, as another version, with shocks. Nothing of one plan alone."""
