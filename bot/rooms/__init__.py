"""The features of the bot, one folder each; see README.md for the anatomy of a room."""
