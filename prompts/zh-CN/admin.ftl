### 管理员为整个工作区作的选择。

admin-title = 管理员
admin-close = 关闭
admin-save = 保存
admin-admins-only = 这里只供工作区管理员使用。存了什么，看 `/trustcheck privacy` ；你自己的设置，在 `/trustcheck settings` 。
admin-is-off = 工作区的管理员关闭了这项功能。
admin-deal = 这里的选择从现在起对所有人生效。这里不显示任何个人的情况，也没有任何数字。
admin-features = 已开启的功能
admin-feature-asks = 请同事说说看法
admin-feature-comments = 团队小调查里的留言，从下一次开始
admin-feature-instant = 即时小调查
admin-feature-kickoff = 开场介绍
admin-creators = 谁可以开团队小调查
admin-creators-everybody = 频道里的任何正式成员
admin-creators-admins = 只有管理员
admin-retention = 内容保存多久
admin-retention-hint = 更早的内容每晚删除。没结束的约定会留着。
admin-days = { $count } 天
admin-saved = 已保存，从现在起生效。
admin-teams = 有小调查的团队
admin-teams-title = 有小调查的团队
admin-teams-back = 上一页
admin-teams-next = 下一页
admin-no-teams = 还没有团队开小调查。在频道里输入 `/pulse` 就能开。
admin-no-figures = 数字只给各个团队自己看。
admin-team = { $channel }：由 { $owner } 照看
admin-team-nobody = { $channel }：现在没有人照看
