"""What stands between the network and the pages: who may call, what leaves, and how long a caller is waited for.

It knows no plan and draws nothing: that is `pages`. Nothing but `app.py` imports it.
"""
