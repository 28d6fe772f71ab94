### How dates and times are said. Patterns use the letters of Unicode's CLDR (EEEE: the weekday).

common-pattern-day = EEEE d MMMM
common-pattern-day-year = EEEE d MMMM y
common-pattern-time = HH:mm

common-moment = { $day }, { $time }
common-moment-today = today { $time }
common-moment-tomorrow = tomorrow { $time }
common-moment-yesterday = yesterday { $time }

# Stands in a practice where a teammate's name could stand.
common-someone = someone you haven't spoken to this week
