"""The people, organisations and places, and the page of one of them."""
