### Settings: what was changed, said back.

preferences-paused = Quiet until { $moment }. Promises you gave an hour are still asked about; nothing else comes.
preferences-resume = Resume now
preferences-resumed = You are back.
preferences-resumed-next = You are back. Your next slot is { $moment }.
preferences-pause-unreadable = Until when? Try `/trustcheck pause 2 weeks`, `/trustcheck pause 3 days` or `/trustcheck pause 2026-12-24`. A year is the longest.
