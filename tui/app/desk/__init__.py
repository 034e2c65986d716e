"""The main screen: where the panes stand, the lines above and below them, the orders that work everywhere."""
