### 设置：表单，以及改了什么，照着说一遍。

preferences-title = 设置
preferences-save = 保存
preferences-cancel = 取消

preferences-paused = 安静到 { $day }。你定了钟点的约定，到时还是会问一声；别的都不来。
preferences-pause = 暂停…
preferences-pause-ask = 想安静一阵？
preferences-resume = 现在恢复
preferences-resumed = 欢迎回来。
preferences-resumed-next = 欢迎回来。你的下一个固定时间是 { $moment }。
preferences-pause-unreadable = 要安静到什么时候？可以这样写： `/trustcheck pause 两周` 、 `/trustcheck pause 到周五` 或 `/trustcheck pause 到12月24日` 。最长一年。
preferences-pause-past = 那一天已经过去了，所以什么都没改。写一个还没到的日子就行： `/trustcheck pause 到周五` 。
preferences-pause-too-long = 最长可以安静一年： `/trustcheck pause 12个月` 。如果想彻底离开， `/trustcheck forget` 会删掉这里属于你的一切。

preferences-slowed-weekly = 前几个小练习没有回应，所以改成了每周一个。按“保存”，就回到下面选的频率。
preferences-slowed-pause = 前几个小练习没有回应，所以先停下来了。按“保存”，就回到下面选的频率。

preferences-ask-slot-choose = 每天的固定时间
    .hint = 每天最多一条消息，按你的当地时间发。在08:00到19:00之间，除非你另选。
preferences-ask-days-choose = 工作日
    .hint = 其他日子、法定节假日，以及 Slack 状态写着休假时，什么都不会来。
preferences-ask-rhythm-choose = 多久来一个小练习
preferences-ask-work-start = 上班时间
preferences-ask-work-end = 下班时间
preferences-ask-notification-pick = 通知里写什么
preferences-ask-extras-choose = 可选
    .hint = 推荐只是在小练习里写上名字，比如“打个招呼”，不会透露你的其他任何事。
preferences-ask-never-choose = 不要推荐给我的人
    .hint = 这份名单只有你看得到。没有人会被告知，你也不会被推荐给他们。
preferences-ask-country-write = 国家或地区，用来避开法定节假日
    .hint = 比如“中国”，或 CN。不填的话，每个工作日都会发。
preferences-ask-zone-write = 时区
    .hint = 比如“上海”，或 Asia/Shanghai。不填就跟着 Slack。
preferences-ask-locale-choose = 语言

preferences-rhythm-daily = 每个工作日
preferences-rhythm-three = 每周三次
preferences-rhythm-weekly = 每周一次
preferences-notification-discreet = 只说有消息来了
preferences-notification-full = 直接显示小练习
preferences-extra-recap = 一周结束时来一份小结（一般是周五），代替当天的小练习
preferences-extra-suggested = 小练习里可以把我的名字写给同事
preferences-as-slack-says = 跟着 Slack

preferences-choose-one = 请选一项。
preferences-ends-before-it-starts = 下班时间要晚于上班时间。
preferences-unknown-country = 不认识这个国家或地区。可以写它的中文名，或两个字母，比如 CN。
preferences-unknown-zone = 不认识这个时区。可以写附近的大城市，或像 Asia/Shanghai 这样的名字。

preferences-unchanged = 没有要改的：设置和表单里的一样。
preferences-changed-elsewhere = *表单开着的时候，设置在别处改过了* ，所以这次还没有保存。现在的设置是这样：
preferences-next-slot = 你的下一个固定时间是 { $moment }，按你的当地时间。
preferences-no-slot = 小练习还没有开始： `/trustcheck start` 。
preferences-outside-window = 这个时间不在08:00到19:00之间。是你选的，就照它来。
preferences-now-slot = 现在每天的固定时间是 { $time }。
preferences-now-days = 工作日：{ $days }。
preferences-now-hours = 工作时间：{ $start } 到 { $end }。
preferences-now-rhythm-daily = 每个工作日来一个小练习。
preferences-now-rhythm-three = 每周来三个小练习。
preferences-now-rhythm-weekly = 每周来一个小练习。
preferences-now-notification-discreet = 通知只说有消息来了。
preferences-now-notification-full = 通知会直接显示小练习。看得到你屏幕的人也能读到。
preferences-now-recap-on = 一周结束时（一般是周五），小结会代替当天的小练习。
preferences-now-recap-off = 一周结束时不再有小结。
preferences-now-may-be-suggested-on = 和你同频道的同事，可能会在小练习里看到你的名字。
preferences-now-may-be-suggested-off = 你的名字不会写给任何人。
preferences-now-never =
    { $count ->
        [0] 推荐时不避开任何人。
       *[other] 有 { $count } 个人不会被推荐给你。
    }
preferences-now-country = 避开这里的法定节假日：{ $name }。
preferences-now-country-none = 不避开任何法定节假日。
preferences-now-zone = 你的时区是 { $name }。
preferences-now-zone-none = 时区跟着 Slack。
preferences-now-locale = 这里用的语言是 { $name }。
preferences-now-locale-none = 语言跟着 Slack。
