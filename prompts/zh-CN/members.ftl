### 人：怎么称呼，怎么认识。

members-someone-gone = 一位已经不在这里的人

members-welcome-title = Trustcheck 准备好了
members-welcome = *谢谢你安装 Trustcheck。*三步，团队就能开始：
    1. 把我邀请进团队的频道：`/invite @Trustcheck`。我只在那里打一次招呼，不给任何人发私信。
    2. 自己先试试：`/trustcheck` 是二十秒的私人自评。
    3. 如果团队愿意，在频道里用 `/pulse` 设置每周一次的匿名脉搏。
members-welcome-admin = `/trustcheck admin` 里可以关掉某些功能，也可以定保存多久。`/trustcheck privacy` 说明存了什么。

members-hello-title = Trustcheck 来打个招呼
members-hello = *大家好，我是 Trustcheck：帮远程协作的人用小习惯建立信任。*
    我不会自己在这里发消息。谁想每天私下收到一个小练习，点下面就能开始。按一下，也可以为团队设置每周的匿名脉搏。
members-hello-no-pulse = *大家好，我是 Trustcheck：帮远程协作的人用小习惯建立信任。*
    我不会自己在这里发消息。谁想每天私下收到一个小练习，点下面就能开始。
members-hello-deal = 没有主动开始的人，不会收到消息。你和我之间的内容只属于你。
members-hello-start-daily = 开始：每天一个
members-hello-start-three = 开始：每周三个
members-hello-start-weekly = 开始：每周一个
members-hello-pulse = 设置团队脉搏

members-round-title = 很高兴认识你
members-round = *很高兴认识你。简单说：*
    • `/trustcheck` 是二十秒的私人自评。
    • `/commit 周五下午三点前把方案发给小林` 记下一个约定，到时会问你。
    • `/trustcheck start` 每天给你一个小练习。没开始之前，什么都不会来。
    • `/trustcheck pause`、`export`、`forget` 和 `privacy` 随时可用。
members-round-notification = 我发消息时，手机上显示的内容很克制：没有名字、分数和约定。想直接看到，可以在这里选。
members-round-full = 显示完整内容
members-round-discreet = 保持克制
