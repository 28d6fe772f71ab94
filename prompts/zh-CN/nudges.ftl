### 小练习，以及按了按钮之后说什么。

nudges-notification = 今天的一个小练习
nudges-done = 做了
nudges-promise = 记成约定
nudges-another = 换一个
nudges-menu-hide = 这个不适合我
nudges-menu-why = 为什么是这个？
nudges-close = 关闭

nudges-answered-done = 你做了这个小练习。
nudges-answered-hidden = 接下来90天，不会再出现这个小练习。
nudges-answered = 这一条你已经回应过了。
nudges-gone = 这个小练习已经不在了。输入 `/nudge` 换个新的。
nudges-enough-today = 今天已经换过两次了。下一个小练习会在你的固定时间来。
nudges-all-hidden = 所有小练习你都先收起来了。满90天后，它们会一个个回来。

nudges-offer = 一个和人相处的小练习，当地时间09:30发给你。多久来一次合适？
nudges-start-daily = 每个工作日
nudges-start-three = 每周三次
nudges-start-weekly = 每周一次
nudges-started = 好。第一个小练习会在你下一个固定时间来。
nudges-started-at = 好。第一个小练习会在 { $moment } 来，按你的当地时间。
nudges-stop-how = 想安静一阵： `/trustcheck pause 2周` 。想恢复： `/trustcheck resume` 。

nudges-home-title = *今天的小练习*
nudges-home-next = 下一个：{ $moment }。
nudges-home-empty = *每天一个小练习* 读二十秒，做一两分钟。选一个合适的频率就开始。

nudges-why-title = 为什么是这个？
nudges-why-gone = 这个小练习后来从库里拿掉了。
nudges-factor-c = 可信
nudges-factor-r = 可靠
nudges-factor-i = 安全感
nudges-factor-s = 关注对方
nudges-why-weakest = 选它，是因为你上次的信任小测显示，可以先从这里开始。
nudges-why-turn = 选它，是因为这次轮到这一项。
nudges-why-spacing = 选它，是因为别的小练习你最近刚看过。
nudges-why-pressure = 选它，是因为你说这段时间不容易，想多一点在意和安全感。
nudges-why-leader = 选它，是因为你开着给带团队的人的小练习。
