### Kickoff: what the members of a new team tell one another, in one post.

kickoff-title = Kickoff
kickoff-close = Close
kickoff-cancel = Not now
kickoff-deal = Everybody in { $channel } will read this, with your name on it. It is kept, encrypted, until you delete it.
kickoff-preview = Preview
kickoff-preview-intro = This is what { $channel } will read:
kickoff-change = Change it
kickoff-post = Post it
kickoff-posted = It will stand in { $channel } in a moment. To change or delete it, press *Add yours* there, or type `/trustcheck kickoff` again.
kickoff-nothing-written = Every field is optional, but at least one is needed for a post.
kickoff-draft-gone = This text was changed or posted meanwhile. Type `/trustcheck kickoff` to see how it stands.
kickoff-delete = Delete my entry
kickoff-delete-title = Delete your entry?
kickoff-delete-sure = It disappears from the post in the channel. You can write a new one at any time.
kickoff-deleted = Your entry is deleted. The post changes in a moment.
kickoff-only-delete = Nothing new can be posted in { $channel } as things are. What you wrote is still yours to delete.

kickoff-notification = Kickoff: who is in this team
kickoff-heading = *Who is in this team*, in their own words
kickoff-empty = *Who is in this team* is still to be told.
kickoff-add = Add yours
kickoff-read = Read all
kickoff-more = { $count ->
        [one] And one more person.
       *[other] And { $count } more people.
    }
kickoff-older = Earlier
kickoff-newer = Later

kickoff-refused-direct = A kickoff belongs to a team, and a team is a channel. Type `/trustcheck kickoff` in the channel of the team you have in mind.
kickoff-refused-off = The admins of this workspace switched kickoffs off.
kickoff-refused-bot-absent = I'm not in this conversation, so invite me first: `/invite @Trustcheck`. A kickoff takes place in channels, not in direct or group messages.
kickoff-refused-archived = This channel is archived.
kickoff-refused-shared = This channel is shared with another company, and I post nothing personal there.
kickoff-refused-not-member = A kickoff is for the full members of this channel. Join the channel first; guests can't take part.
