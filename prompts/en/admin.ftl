### What a workspace's admins choose for everybody.

admin-title = For admins
admin-close = Close
admin-save = Save
admin-admins-only = This is for admins of the workspace. `/trustcheck privacy` says what is stored, and `/trustcheck settings` holds your own choices.
admin-is-off = The admins of this workspace have switched this off.
admin-deal = What you choose here holds for everybody from now on. Nothing here tells about a person, and no figure is shown.
admin-features = Switched on
admin-feature-asks = Asking a colleague for a second view
admin-feature-comments = Comments in a team pulse, from the next poll on
admin-feature-instant = Instant pulse
admin-feature-kickoff = Team kickoff
admin-creators = Who may set up a team pulse
admin-creators-everybody = Any full member of the channel
admin-creators-admins = Admins only
admin-retention = How long things are kept
admin-retention-hint = What is older is deleted every night. Open promises stay.
admin-days = { $count } days
admin-saved = Saved. It holds from now on.
admin-teams = Teams with a pulse
admin-teams-title = Teams with a pulse
admin-teams-back = Back
admin-teams-next = Next
admin-no-teams = No team has a pulse yet. `/pulse` in a channel sets one up.
admin-no-figures = Figures are for each team alone.
admin-team = { $channel }: set up by { $owner }
admin-team-nobody = { $channel }: nobody looks after it just now
