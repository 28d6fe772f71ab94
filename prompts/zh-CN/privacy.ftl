### 存了什么、导出，以及被遗忘。

privacy-title = 你的数据
privacy-close = 关闭
privacy-deal-yours = *只属于你。* 信任小测、回头看看、约定、设置，以及给你看过的小练习。留着它们，是为了让你看到变化，也让来的小练习适合你。你写的话和给自己打的分都加密保存。在这里，别人都看不到，你的上级也一样。
privacy-deal-promises = *别人能看到的。* 只有你自己发出去的内容，以及别人请你说说看法时，你带着名字的回答。答应过你什么的人，可能给自己记了一笔。
privacy-deal-pulse = *团队小调查。* 不记录哪份答案是谁的，分数只是加到计数里。谁答过，只留一个打乱的记号，防止一个人答两次；小调查一关闭，解开它的钥匙就销毁。答案找不回来，所以不能导出，也不能收回。
privacy-deal-slack = *来自 Slack。* 你的 ID、时区、语言，是否正式成员、是否在休假，以及我所在的频道里有哪些你也在。没有姓名，没有地址，没有消息内容。
privacy-deal-kept = *保存多久。* 我发过哪些消息，记录保留90天，其他多数内容保留两年；管理员可以定得更短。没结束的约定会一直留着。想马上全部删掉，输入 `/trustcheck forget` 。
privacy-deal-host = *存在哪里。* 在管理这个机器人的人的数据库里，不去别的地方。
privacy-deal-limits = Trustcheck 不会把关于你的任何内容给你的上级看。公司在某些 Slack 套餐下可以导出私信，包括这里的；管理机器人服务器的人，在答案保存的那一刻，技术上也能看到。

privacy-export-do = 把数据发给我
privacy-export-title = 你的数据
privacy-export-comes = 正在整理你的数据，最多一分钟就会发到你和我的私信里，24小时后自动删除。
privacy-export-here = 这是 Trustcheck 里属于你的全部内容。请自己存一份：24小时后这里会删除。
privacy-export-comment = 全部内容，一个可读的 JSON 文件。
privacy-export-failed = 你的数据没能送到。{ $why }用 `/trustcheck export` 可以重新开始。
privacy-export-piece = 你的数据的一部分
privacy-export-nothing = 这里没有你的任何数据，所以没有可发的。
privacy-export-about = Trustcheck 保存的关于你的全部内容。团队小调查的答案不在里面：它们只是计数，没人分得清哪些是你的。

privacy-forget-do = 忘记我
privacy-forget-title = 忘记我
privacy-forget-confirm = 全部删掉
privacy-forget-cancel = 先留着
privacy-forget-what = *属于你的一切会马上删掉，找不回来：* 信任小测、回头看看、约定、小练习、你请别人说的看法和你的回答、设置，以及你在团队小调查里的位置。我发给你的消息会在接下来几分钟内删除。
privacy-forget-stays = *会留下的：* 一个不指向任何人的记号，好让我不会自动再认识你。你给过团队小调查的答案，因为没人分得清是哪些。别人为自己写下的内容，其中的你会变成“一位已经不在这里的人”。你在 Slack 里对我说的话，只有你自己能删除。
privacy-forget-export-first = 可以先用 `/trustcheck export` 留一份。以后再用 Trustcheck，一切从头开始。
privacy-forgotten = 好了。这里已经没有你的任何内容，我也不会再给你发消息。我发过的消息正在删除。哪天回来，一切从头开始。
privacy-home = 这里没有保存任何关于你的内容。想再用的时候，输入 `/trustcheck help` ，看看 Trustcheck 能做什么。

privacy-table-member = Slack 说的关于你的信息，以及你的设置
privacy-table-channel-member = 你我都在的频道
privacy-table-delivery = 我发给你的消息，或没有发的原因
privacy-table-trust-check = 你的信任小测，分数从1到5
privacy-table-trust-draft = 没做完的完整小测
privacy-table-trust-chart = 你要过的图表
privacy-table-nudge = 给你看过的小练习，以及你按了什么
privacy-table-hidden-practice = 你先收起来的小练习
privacy-table-reflection = 你保存的“回头看看”
privacy-table-learning-choice = 你开没开给带团队的人的小练习，是不是正在不容易的两周里
privacy-table-ask = 你请别人说的看法，和别人请你说的看法
privacy-table-ask-choice = 别人能不能来问你
privacy-table-commitment = 你的约定
privacy-table-fresh-start = 约定从什么时候开始统计
privacy-table-kickoff-entry = 你在开场介绍里写的内容
privacy-table-kickoff-draft = 还没有发出去的开场介绍
privacy-table-pulse = 你照看的团队小调查
privacy-table-pulse-leaver = 你退出的团队小调查
privacy-table-poll-member = 问过你的团队小调查。答没答，没有人知道
privacy-table-poll-message = 小调查在你的消息里的位置
privacy-table-team-promise = 你照看的团队约定
