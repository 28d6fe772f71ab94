"""What must be true of `prompts/`, one kind of rule a module, each giving the problems it finds."""
