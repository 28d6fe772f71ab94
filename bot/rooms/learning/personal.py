"""What in the learning room's table is somebody's."""

from bot.deps import Personal
from bot.rooms.learning.tables import LearningChoice

PERSONAL = (Personal(LearningChoice, owners=["member_id"]),)
