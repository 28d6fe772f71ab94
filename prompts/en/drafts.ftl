### The draft mirror and the thank-you.

drafts-close = Close
drafts-item = • { $text }
drafts-chat = Open the chat
drafts-nothing-sent = Trustcheck sends nothing to anybody, and keeps none of this.

drafts-mirror-title = Before you send it
drafts-mirror-deal = *Only you see this, and nothing is stored.* Put in a message you are about to send. You'll read it again beside one question: who gains if you say this?
drafts-mirror-text = Your message
drafts-mirror-again = Change it here, and copy it when it's right
drafts-mirror-send = Show it to me
drafts-mirror-missing = Put in the message first, please.
drafts-mirror-questions = *Ask of it*
    { $list }
drafts-mirror-feelings = *A feeling, said as your own*
    { $list }

drafts-thanks-title = A thank-you
drafts-thanks-deal = *Nothing is stored, and nothing is sent.* Square brackets mark what only you can know. The more exact the thanks, the longer they last.
drafts-thanks-name = What do you call them?
drafts-thanks-name-hint = Choose the occasion after it, and the name stands in the words.
drafts-thanks-somebody = [name]
drafts-thanks-occasion = *The occasion*
drafts-thanks-text = Your words
drafts-thanks-send = Ready to copy
drafts-thanks-missing = Write a word of thanks first, please.
drafts-thanks-ready = *Your words.* Copy them, and send them yourself.
