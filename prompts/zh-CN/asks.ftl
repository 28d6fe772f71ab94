### 请一个人说说看法，以及怎么回答。

asks-title = 听听别人的看法
asks-close = 关闭
asks-cancel = 以后再说
asks-send = 去问
asks-preview = *你要请 { $person } 说说看法* ，对方会看到你的名字：
asks-preview-questions = • 和你共事，四样里哪一样最明显？
    • 哪一样再多一点，帮助最大？
    • 愿意的话，再说一件你可以改的事。
asks-preview-deal = 对方会知道：回答只给你看，带着对方的名字；不答也没关系。回答加密保存。这个问题随对方每天的那条消息一起到，一周后结束。
asks-asked = 已经去问了。一周之内要是有回答，会出现在这里。
asks-where = 输入 `/trustcheck ask` 打开。

asks-whom = 你想问谁？比如 `/trustcheck ask @小林` 。只输入 `/trustcheck ask` ，就看收到的回答。
asks-one-at-a-time = 一次请只问一个人：这是两个人之间的话。
asks-not-oneself = 别人的看法，要由别人来说。看自己的，输入 `/trustcheck` 。
asks-not-them = 只能问这个工作区的正式成员，这一位不是，或者已经不在了。
asks-pair-rests = 你不久前刚问过对方。从 { $until } 起可以再问。
asks-person-rests = 每个人一周最多被问一次。从 { $until } 起可以再问对方。

asks-rider = *{ $person } 想听听你的看法。* 和对方共事，四样里哪一样最明显，哪一样再多一点帮助最大；愿意的话，再说一件可以改的事。
asks-deal = 只有 { $person } 看得到，带着你的名字。不答也没关系，对方看不出是什么原因。
asks-answer = 回答
asks-decline = 这次不答
asks-off = 以后都别问我
asks-declined = 好的，不会跟任何人说。
asks-are-off = 以后不会有人来问你，也不会通知任何人。想重新打开，输入 `/trustcheck ask on` 。
asks-are-on = 别人可以来问你，一周最多一次。想关掉，输入 `/trustcheck ask off` 。

asks-answer-title = 你的看法
asks-answer-send = 发送
asks-kept = 你的回答加密保存，只给你们两个人看。
asks-most = 和对方共事，哪一样最明显？
asks-more = 哪一样再多一点，帮助最大？
asks-option-c = 可信：说的话可以相信
asks-option-r = 可靠：说到做到
asks-option-i = 安全感：有话可以放心说
asks-option-s = 关注对方：心思在你身上
asks-change = 一件对方可以改的事
asks-change-hint = 对方会看到你的原话，带着你的名字。
asks-choose-one = 请在四样里选一样。
asks-answered = 谢谢。 { $person } 会看到你的回答和名字，别人看不到。
asks-answered-note = 你答过了，谢谢。
asks-answered-already = 这个问题你已经答过了，谢谢。
asks-closed = 这个问题已经结束，不用再做什么。

asks-news = 收到{ $count }份回答。
asks-read = 打开
asks-none = 你还没有问过谁。输入 `/trustcheck ask @小林` ，请一个人说说看法。
asks-entry = *{ $person }* 问于 { $day }
asks-entry-answer = • 最明显的： *{ $most }*
    • 再多一点帮助最大的： *{ $more }*
asks-entry-change = 一件你可以改的事：
asks-factor-c = 可信
asks-factor-r = 可靠
asks-factor-i = 安全感
asks-factor-s = 关注对方
asks-older = 更早
asks-newer = 更近
asks-taken-on = 别人可以来问你，一周最多一次。
asks-taken-off = 别人现在不能来问你，也不会通知任何人。
asks-taken-on-switch = 关掉
asks-taken-off-switch = 打开
