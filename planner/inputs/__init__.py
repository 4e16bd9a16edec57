"""What is GIVEN: the plan of the person and the published terms of the company. Computes no month."""
