"""A plan beside another: on other companies, otherwise, as another version, in a scenario, with shocks."""
