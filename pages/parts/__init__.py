"""What one page alone needs, a folder a page.

Imported by that page and by itself only; what two pages need is in pages.shared.
"""
