"""What two people who go through a plan see of it: who said what and what hangs on it, the mentor's stake, the talk."""
