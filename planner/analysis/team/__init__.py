"""A team that exists as a plan pays it, in words: receipts, what they rest on, ranks lost and to come. Pays nothing."""
