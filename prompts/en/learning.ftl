### Why trust grows, the leaders' reflections, and a fortnight under pressure.

learning-close = Close
learning-back = Back
learning-next = Next
learning-place = Page { $page } of { $pages }
learning-no-nudges = Your nudges aren't running yet. `/trustcheck start` shows how they begin.
learning-question = • { $text }

learning-leader-title = For leaders
learning-leader-deal = *Only you see this.* Four short pages of questions to think over alone. Nothing is asked back, and nothing is stored but whether the leaders' track is on.
learning-leader-c = *Credibility*
learning-leader-r = *Reliability*
learning-leader-i = *Intimacy*
learning-leader-s = *Focus on others*
learning-track-on = The leaders' track is *on*: practices for people who lead come among your nudges.
learning-track-off = The leaders' track is *off*. With it on, practices for people who lead come among your nudges.
learning-track-on-switch = Switch it off
learning-track-off-switch = Switch it on

learning-pressure-notice = Two weeks for a rough stretch
learning-pressure = *A rough stretch?* Until { $day } your practices lean towards what holds under pressure: attention for others, safety, and short updates on fixed days. Nobody else sees this, and it ends by itself.
learning-pressure-stop = Back to the usual
learning-pressure-ended = Your practices are chosen as usual again.
