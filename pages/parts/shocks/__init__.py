"""What comes from outside: the runs with shocks on, and what they say."""
