### 人：怎么称呼，怎么认识。

members-someone-gone = 一位已经不在这里的人

members-welcome-title = Trustcheck 准备好了
members-welcome = *谢谢你安装 Trustcheck。* 三步，团队就能开始：
    1. 把我邀请进团队的频道： `/invite @Trustcheck` 。我只在那里打一次招呼，不给任何人发私信。
    2. 自己先试试： `/trustcheck` 是信任小测，二十秒，只有你看得到。
    3. 如果团队愿意，在频道里用 `/pulse` 开一份每周的团队小调查，不记录哪份答案是谁的。
members-welcome-admin = 在 `/trustcheck admin` 里，可以关掉某些功能，也可以定保存多久。存了什么，看 `/trustcheck privacy` 。

members-hello-title = Trustcheck 来打个招呼
members-hello = *大家好，我是 Trustcheck：隔着距离，用小习惯建立信任。*
    我不会自己在这里发消息。想每天私下收到一个小练习的，点下面就能开始。也可以给团队开一份每周的小调查，不记录哪份答案是谁的，少于5份不公布。
members-hello-no-pulse = *大家好，我是 Trustcheck：隔着距离，用小习惯建立信任。*
    我不会自己在这里发消息。想每天私下收到一个小练习的，点下面就能开始。
members-hello-deal = 没有主动开始的人，不会收到消息。你和我之间的内容只属于你。
members-hello-start-daily = 开始：每天一个
members-hello-start-three = 开始：每周三个
members-hello-start-weekly = 开始：每周一个
members-hello-pulse = 开团队小调查

members-round-title = 很高兴认识你
members-round = *很高兴认识你。简单说：*
    • `/trustcheck` 是信任小测，二十秒，只有你看得到。
    • `/commit 周五下午三点前把方案发给小林` 记下一个约定，到时会问你。
    • `/trustcheck start` 每天给你一个小练习。开始之前，什么都不会来。
    • `/trustcheck pause` 、 `export` 、 `forget` 和 `privacy` ，什么时候都能用。
members-round-notification = 我发消息时，手机上只说有消息来了，不写名字、分数和约定。想直接看到内容，可以在这里选。
members-round-full = 直接显示内容
members-round-discreet = 只说有消息来了
members-language-title = 想问问你读哪种语言
members-round-language = 你的 Slack 用的是繁体中文，这里只有简体中文和英文。想读哪一种？
members-round-language-zh-cn = 简体中文
members-round-language-en = English

members-quiet-title = 暂停
members-quiet-ask = 想安静多久？
members-quiet-week = 一周
members-quiet-fortnight = 两周
members-quiet-month = 一个月
members-quiet-until = 到某一天
members-quiet-typed = 也可以直接写： `/trustcheck pause 到周五` 。
