### 管理员为整个工作区作的选择。

admin-title = 管理员
admin-close = 关闭
admin-save = 保存
admin-admins-only = 这里只供工作区管理员使用。`/trustcheck privacy` 说明存了什么，`/trustcheck settings` 是你自己的设置。
admin-is-off = 工作区的管理员关闭了这项功能。
admin-deal = 这里的选择从现在起对所有人生效。这里不显示任何个人的情况，也没有任何数字。
admin-features = 已开启的功能
admin-feature-asks = 请同事谈看法
admin-feature-comments = 团队脉搏里的留言，从下一次开始
admin-feature-instant = 即时脉搏
admin-feature-kickoff = 团队启动
admin-creators = 谁可以设置团队脉搏
admin-creators-everybody = 频道里的任何正式成员
admin-creators-admins = 只有管理员
admin-retention = 内容保存多久
admin-retention-hint = 更早的内容每晚删除。没结束的约定会留着。
admin-days = { $count } 天
admin-saved = 已保存，从现在起生效。
admin-teams = 有脉搏的团队
admin-teams-title = 有脉搏的团队
admin-teams-back = 上一页
admin-teams-next = 下一页
admin-no-teams = 还没有团队设置脉搏。在频道里输入 `/pulse` 就能设置。
admin-no-figures = 数字只给各个团队自己看。
admin-team = { $channel }：由 { $owner } 设置
admin-team-nobody = { $channel }：目前没有人负责
