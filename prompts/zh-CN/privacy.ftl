### 存了什么、导出，以及被遗忘。

privacy-title = 你的数据
privacy-close = 关闭
privacy-deal-yours = *只属于你。*自评、反思、约定、设置，以及给你看过的练习。留着它们，是为了让你看到规律、收到适合你的内容。你写的话和给自己的评分都加密保存。在这里，其他人都看不到，包括你的上级。
privacy-deal-promises = *别人能看到的。*只有你自己发出去的内容，以及别人请你谈看法时你署名的回答。对你作出约定的人，可能给自己记了一笔。
privacy-deal-pulse = *团队脉搏。*回答只会被计数。谁答过，只留一个带密钥的哈希，防止重复作答；投票结束时密钥就销毁。答案找不回来，所以也无法导出或撤回。
privacy-deal-slack = *来自 Slack。*你的 ID、时区、语言，是否正式成员、是否在休假，以及我所在的频道里有哪些你也在。没有姓名，没有地址，没有消息内容。
privacy-deal-kept = *保存多久。*我发过的消息记录保留 90 天，其他多数内容保留两年；管理员可以定得更短。没结束的约定会一直留着。`forget` 可以立刻清除全部。
privacy-deal-host = *存在哪里。*在运行这个机器人的人的数据库里，不会去别的地方。
privacy-deal-limits = Trustcheck 不会向你的上级展示任何关于你的内容。在某些 Slack 套餐里，雇主可以导出私信，包括这里的；运行这台服务器的人，技术上能在答案保存的那一刻看到它。

privacy-export-do = 把数据发给我
privacy-export-title = 你的数据
privacy-export-comes = 正在整理你的数据，最多一分钟就会发到你和我的私信里，24 小时后自动删除。
privacy-export-here = 这是 Trustcheck 里属于你的全部内容。请自行保存：24 小时后这里会删除。
privacy-export-comment = 全部内容，一个可读的 JSON 文件。
privacy-export-piece = 你的数据的一部分
privacy-export-nothing = 这里没有你的任何数据，所以没有可发的。
privacy-export-about = Trustcheck 保存的关于你的全部内容。团队脉搏的回答不在其中：它们只被计数，没人分得清哪些是你的。

privacy-forget-do = 忘记我
privacy-forget-title = 忘记我
privacy-forget-confirm = 全部清除
privacy-forget-cancel = 先留着
privacy-forget-what = *属于你的一切会立刻清除，无法恢复：*自评、反思、约定、练习、请别人谈的看法和你的回答、设置，以及你在团队投票里的位置。我发给你的消息会在接下来几分钟内删除。
privacy-forget-stays = *会留下的：*一个不指向任何人的标记，好让我不会自动再认识你。你给过团队脉搏的回答，因为没人分得清是哪些。别人为自己写下的内容，其中的你会变成“一位已经不在这里的人”。你在 Slack 里对我说的话，只有你自己能删除。
privacy-forget-export-first = 可以先用 `/trustcheck export` 留一份。以后再用 Trustcheck，一切从头开始。
privacy-forgotten = 好了。这里已经没有你的任何内容，我也不会再给你发消息。我发过的消息正在删除。哪天回来，一切从头开始。
privacy-home = 这里没有保存任何关于你的内容。想再用的时候，`/trustcheck help` 会告诉你 Trustcheck 能做什么。

privacy-table-member = Slack 说的关于你的信息，以及你的设置
privacy-table-channel-member = 你我都在的频道
privacy-table-delivery = 我发给你的消息，或没有发的原因
privacy-table-trust-check = 你的自评，分数从 1 到 5
privacy-table-trust-draft = 没做完的完整自评
privacy-table-trust-chart = 你要过的图表
privacy-table-nudge = 给你看过的练习，以及你按了什么
privacy-table-hidden-practice = 你暂时不想看到的练习
privacy-table-reflection = 你保留的反思
privacy-table-learning-choice = 你是否选了管理者内容，是否正处在艰难时期
privacy-table-ask = 你请别人谈的看法，和别人请你谈的看法
privacy-table-ask-choice = 你是否接受别人的询问
privacy-table-commitment = 你的约定
privacy-table-fresh-start = 约定从什么时候开始统计
privacy-table-kickoff-entry = 你在开场介绍里写的内容
privacy-table-kickoff-draft = 还没有发出去的开场介绍
privacy-table-pulse = 你负责的团队脉搏
privacy-table-pulse-leaver = 你退出的团队投票
privacy-table-poll-member = 请过你的团队投票。是否作答，无从知道
privacy-table-poll-message = 投票在你的消息里的位置
privacy-table-team-promise = 你负责的团队约定
