### 小练习，以及按了按钮之后说什么。

nudges-notification = 今天的一个小练习
nudges-done = 做了
nudges-promise = 记成约定
nudges-another = 换一个
nudges-menu-later = 明天再来
nudges-menu-suggest = 推荐一个人
nudges-menu-hide = 这个不适合我
nudges-menu-pause = 暂停…
nudges-menu-why = 为什么是这个？
nudges-close = 关闭

nudges-answered-done = 你做了这个小练习。
nudges-answered-hidden = 接下来90天，不会再出现这个小练习。
nudges-answered-promised = 你把它记成约定了。
nudges-answered-later = 它会在 { $moment } 再来。
nudges-answered = 这一条你已经回应过了。
nudges-gone = 这个小练习已经不在了。输入 `/nudge` 换个新的。
nudges-enough-today = 今天已经换过两次了。下一个小练习会在你的固定时间来。
nudges-all-hidden = 所有小练习你都先收起来了。满90天后，它们会一个个回来。
nudges-later-needs-start = 小练习定期来的时候，才能放到明天。输入 `/trustcheck start` 开始，或随时用 `/nudge` 要一个。
nudges-nobody-to-suggest = 现在没有可以推荐的人：只有和你在同一个频道、并在设置里同意过的同事，名字才会出现。你自己同不同意，可以在 `/trustcheck settings` 里选。

nudges-offer = 一个和人相处的小练习，当地时间{ $time }发给你。多久来一次合适？
nudges-start-daily = 每个工作日
nudges-start-three = 每周三次
nudges-start-weekly = 每周一次
nudges-started = 好。第一个小练习会在你下一个固定时间来。
nudges-started-at = 好。第一个小练习会在 { $moment } 来，按你的当地时间。
nudges-notification-ask = *手机通知里可以写什么？* 现在只说有消息来了。如果选了显示内容，看得到你屏幕的人也能读到。
nudges-notification-discreet = 只说有消息来了
nudges-notification-full = 直接显示小练习
nudges-settings = 设置
nudges-stop-how = 想安静一阵： `/trustcheck pause 2周` 。想恢复： `/trustcheck resume` 。

nudges-slowed-weekly = 前五个小练习没有回应，所以从现在起每周来一个。这样也挺好。
nudges-slowed-pause = 前几个小练习没有回应，先停在这里。想要的时候，随时用 `/nudge` 要一个。
nudges-back = 照原来的来
nudges-back-done = 好，照你选的频率来。
nudges-back-done-at = 好，照你选的频率来；下一个在 { $moment }。

nudges-recap = 你这一周的小结来了。
nudges-recap-open = 打开
nudges-recap-title = 你的这一周
nudges-recap-done =
    { $count ->
        [0] 这周没有标记做过的小练习。
       *[other] *这周你做了 { $count } 个小练习。*
    }
nudges-recap-line = { $factor }：{ $count }
nudges-recap-kept = *这周你做到了 { $count } 个约定。*
nudges-recap-promises = 最近90天里有 { $ended } 个约定到了头，其中 { $on_time } 个按时做到了。记录不等于你做的一切。
nudges-recap-stop = 只有你看得到。要不要小结，在 `/trustcheck settings` 里选。

nudges-home-title = *今天的小练习*
nudges-home-latest = *最近的小练习*
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
