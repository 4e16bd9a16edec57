"""Teams that exist, paid to the cent: members with their orders of each month, ranks, what each part pays and why."""
