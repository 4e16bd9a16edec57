"""Where the pay of the company comes from: what is earned, when it arrives, and the rules by which it is paid."""
