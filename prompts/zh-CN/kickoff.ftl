### 开场介绍：新团队的人互相认识，都写在同一条消息里。

kickoff-title = 开场介绍
kickoff-close = 关闭
kickoff-cancel = 以后再说
kickoff-deal = { $channel } 里的每个人都会看到，带着你的名字。内容加密保存，直到你自己删掉。
kickoff-preview = 预览
kickoff-preview-intro = { $channel } 里的人会看到这些：
kickoff-change = 改一改
kickoff-post = 发出去
kickoff-posted = 马上就会出现在 { $channel } 。想改或想删，点那条消息上的“写我的”，或者再输入 `/trustcheck kickoff` 。
kickoff-nothing-written = 每一格都可以空着，但至少写一格，才有东西可发。
kickoff-draft-gone = 这段话后来改过，或者已经发出去了。输入 `/trustcheck kickoff` 看看现在是什么样。
kickoff-delete = 删掉我的
kickoff-delete-title = 要删掉你的介绍吗？
kickoff-delete-sure = 频道里的那条消息不再显示你的介绍。想写的时候，随时可以再写。
kickoff-deleted = 你的介绍删掉了，频道里的消息马上就会更新。
kickoff-only-delete = 按现在的情况， { $channel } 里不能再写新的了。你写过的，还是可以删掉。

kickoff-notification = 开场介绍：团队里都有谁
kickoff-heading = *团队里都有谁* ，听每个人自己说
kickoff-empty = *团队里都有谁* ，还没有人写。
kickoff-add = 写我的
kickoff-read = 看全部
kickoff-more = 还有 { $count } 个人。
kickoff-older = 前面的
kickoff-newer = 后面的

kickoff-refused-direct = 开场介绍是给团队的，一个团队就是一个频道。请到那个团队的频道里输入 `/trustcheck kickoff` 。
kickoff-refused-off = 这个工作区的管理员关掉了开场介绍。
kickoff-refused-bot-absent = 我不在这个对话里，请先邀请我： `/invite @Trustcheck` 。开场介绍在频道里做，不在私信或群聊里。
kickoff-refused-archived = 这个频道已经归档了。
kickoff-refused-shared = 这个频道和别的公司共用，个人的介绍我不在这里发。
kickoff-refused-not-member = 开场介绍由频道里的正式成员来写。请先加入这个频道；访客不能参加。
