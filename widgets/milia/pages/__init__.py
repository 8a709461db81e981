"""How an executed notebook becomes a page."""
