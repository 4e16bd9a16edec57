"""From what the parts of a plan come to, to the cheque: gates that were not met, caps, rounding, each a row of it."""
