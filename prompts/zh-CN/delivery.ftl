### 频道里的消息发没发到，没人知道时怎么问。

delivery-doubt-notification = 有一条消息可能没发出去
delivery-doubt-card = 我在 { $channel } 发了{ $what }，但 Slack 没有说发到了没有。频道里的消息我读不到，麻烦你去看一眼：在吗？
delivery-doubt-settle = 在
delivery-doubt-again = 再发一次
delivery-doubt-is-settled = 好，在就行，不用再做什么。
delivery-doubt-is-posted = 这就再发一次，除非已经过了时候。
delivery-doubt-over = 这件事已经处理过了，不用再做什么。

delivery-kind-members-hello = 我的自我介绍
delivery-kind-pulse-news = 小调查的通知
delivery-kind-pulse-shut = 这次为什么没有小调查的说明
delivery-kind-pulse-instant = 即时小调查
delivery-kind-pulse-reminder = “小调查快结束了”那条消息
delivery-kind-pulse-results = 小调查的结果
delivery-kind-pulse-figures = 小调查的数字（在结果的话题里）
delivery-kind-pulse-comments = 小调查的留言（在结果的话题里）
delivery-kind-pulse-guide = 讨论提纲（在结果的话题里）
delivery-kind-pulse-promise = 团队约定
delivery-kind-kickoff-post = 开场介绍
