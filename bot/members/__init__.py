"""Members: the people the bot talks to, and when it may."""
