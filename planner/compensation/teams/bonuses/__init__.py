"""How a team that exists is paid what no level decides: own sales, joining orders, ranks, pools, recruits passed up."""
