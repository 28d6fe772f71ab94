### 发之前照一照，和一句谢谢。

drafts-close = 关闭
drafts-item = • { $text }
drafts-chat = 打开对话
drafts-nothing-sent = Trustcheck 不替你发给任何人，这里也什么都不保存。

drafts-mirror-title = 发出去之前
drafts-mirror-deal = *只有你看得到，什么都不保存。* 把正想发的消息放进来，再读一遍，旁边只有一个问题：这样说，得到好处的是谁？
drafts-mirror-text = 你的消息
drafts-mirror-again = 在这里改，改好了复制
drafts-mirror-send = 照一照
drafts-mirror-missing = 请先把消息放进来。
drafts-mirror-questions = *拿这几个问题问问它*
    { $list }
drafts-mirror-feelings = *感受可以用“我”来说*
    { $list }

drafts-thanks-title = 一句谢谢
drafts-thanks-deal = *什么都不保存，也不替你发。* 方括号里的，只有你知道；有两种说法的，留一种。谢得越具体，对方记得越久。
drafts-thanks-name = 你怎么称呼对方？
drafts-thanks-name-hint = 写好之后再选场合，称呼就会放进话里。
drafts-thanks-somebody = [称呼]
drafts-thanks-occasion = *为了什么*
drafts-thanks-text = 你的话
drafts-thanks-send = 写好了
drafts-thanks-missing = 请先写一句谢谢。
drafts-thanks-ready = *这是你的话。* 复制下来，自己发给对方。
