"""What stands between the network and the pages: who may call, what leaves, how long callers are waited for and kept.

It knows no plan and draws nothing: that is `pages`. Nothing but `app.py` imports it.
"""
