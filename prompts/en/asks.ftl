### Asking somebody for a second view, and answering.

asks-title = A second view
asks-close = Close
asks-cancel = Not now
asks-send = Ask
asks-preview = *You are about to ask { $person }*, with your name:
asks-preview-questions = • Which of the four comes through most in working with you?
    • Which would help most if there were more of it?
    • And, if they like, one thing you could change.
asks-preview-deal = They are told that only you see the answer, with their name on it, and that saying nothing is fine. The answer is kept encrypted. The ask comes with their daily message, and ends after a week.
asks-asked = Asked. If an answer comes within a week, it'll be here.
asks-where = `/trustcheck ask` opens it.

asks-whom = Whom would you like to ask? For example `/trustcheck ask @ana`. `/trustcheck ask` alone shows the answers.
asks-one-at-a-time = One person at a time, please: a second view is a word between two people.
asks-not-oneself = A second view has to come from somebody else. `/trustcheck` is your own.
asks-not-them = A second view can be asked of full members of this workspace, and this isn't one, or no longer.
asks-pair-rests = You asked them not long ago. You can ask them again from { $until } on.
asks-person-rests = Nobody gets more than one ask a week. They can be asked again from { $until } on.

asks-rider = *{ $person } asks you for a second view.* In working together: which of the four comes through most, which would help most if there were more of it, and, if you like, one thing to change.
asks-deal = Only { $person } sees this, with your name on it. Saying nothing is fine; they can't tell why.
asks-answer = Answer
asks-decline = Not this time
asks-off = No asks for me
asks-declined = All right. Nothing is said about it.
asks-are-off = Asks are off for you. Nobody is told. `/trustcheck ask on` switches them on again.
asks-are-on = Asks are on for you: at most one a week. `/trustcheck ask off` switches them off.

asks-answer-title = Your view
asks-answer-send = Send
asks-kept = What you answer is kept encrypted, for the two of you.
asks-most = What comes through most in working with them?
asks-more = What would help most if there were more of it?
asks-option-c = Credibility: what they say can be believed
asks-option-r = Reliability: what they promise is done
asks-option-i = Intimacy: it feels safe to tell them things
asks-option-s = Focus on others: their attention is with you
asks-change = One thing they could change
asks-change-hint = They read it in your words, with your name on it.
asks-choose-one = Choose one of the four, please.
asks-answered = Thank you. { $person } will read it with your name on it, and nobody else.
asks-answered-note = You answered. Thank you.
asks-answered-already = You have answered this one. Thank you.
asks-closed = This ask is closed. Nothing more is needed.

asks-news = { $count ->
        [one] An answer arrived.
       *[other] { $count } answers arrived.
    }
asks-read = Open
asks-none = You haven't asked anybody yet. `/trustcheck ask @ana` asks for a second view.
asks-entry = *{ $person }*, asked on { $day }
asks-entry-answer = • Comes through most: *{ $most }*
    • Would help most if there were more of it: *{ $more }*
asks-entry-change = One thing you could change:
asks-factor-c = Credibility
asks-factor-r = Reliability
asks-factor-i = Intimacy
asks-factor-s = Focus on others
asks-older = Older
asks-newer = Newer
asks-taken-on = Asks of others reach you, at most one a week.
asks-taken-off = Asks of others don't reach you. Nobody is told.
asks-taken-on-switch = Switch them off
asks-taken-off-switch = Switch them on
