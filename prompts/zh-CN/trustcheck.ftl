### 信任小测：表单、结果、以前的小测和主页上的卡片。

trustcheck-title = 信任小测
trustcheck-deal = *只有你看得到。* 答案和结果都加密保存，只给你一个人。四道题，大约二十秒。请按最近两周的情况回答。
trustcheck-subject = 只看某一段合作关系？
trustcheck-subject-hint = 写个只有你懂的代号。不写，就是看平时的工作。
trustcheck-send = 看结果
trustcheck-close = 以后再说
trustcheck-done = 好了
trustcheck-open = 做信任小测
trustcheck-answer-missing = 请在1到5里选一个。
trustcheck-scale-end = { $value }：{ $end }

trustcheck-full-deal = *只有你看得到。* 二十道题，分五页，大约三分钟。请按最近两周的情况回答。没做完的答案加密保存，最多一天；做完以后，只留下结果。
trustcheck-progress = 第 { $page } 页，共 { $pages } 页  { $bar }
trustcheck-next = 下一页
trustcheck-back = 上一页
trustcheck-later = 以后再做
trustcheck-draft-gone = 这些答案保存了一天，现在已经没有了。输入 `/trustcheck full` 重新开始。

trustcheck-trust = *信任 { $value }*
    范围是0.6到15：可信、可靠、安全感相加，再除以你留给自己的注意力。
trustcheck-line = *{ $factor }* { $value }（满分5）
trustcheck-factor-t = 信任
trustcheck-factor-c = 可信
trustcheck-factor-r = 可靠
trustcheck-factor-i = 安全感
trustcheck-factor-s = 关注对方
trustcheck-one-mood = 一次是心情，几次才看得出样子。给自己打分是照镜子，不是下判决。
trustcheck-follow-through = 可靠这一项，你给自己打了 { $value } 。这里记下的约定，结束了{ $ended }个，其中{ $on_time }个按时做到。这里记的，不是你做的全部。
trustcheck-change-quick = *最近三次快测，和再前面三次比* （都取中间值）
trustcheck-change-full = *这次完整小测，和上一次比*
trustcheck-change-line = • { $what } { $value }，{ $way ->
        [up] 高了 { $by }
        [down] 低了 { $by }
       *[same] 和之前一样
    }
trustcheck-start-with = *可以先从这里开始：{ $factor }*
trustcheck-aside = 这一项的小练习你都先收起来了，所以换一个练{ $factor }的。
trustcheck-all-aside = 所有小练习你都先收起来了。满90天后，它们会一个个回来。
trustcheck-promise = 就做这个
trustcheck-promised = 你把它记成约定了。

trustcheck-history-open = 看以前的
trustcheck-history-title = 以前的小测
trustcheck-history-empty = *还没有可以看的。* 输入 `/trustcheck` 做快测，四道题，二十秒；输入 `/trustcheck full` 做完整的二十道。
trustcheck-history-deal = *只有你看得到。* 看同一件事的小测，放在一起看。
trustcheck-history-about = *看的是*
trustcheck-general = 平时的工作
trustcheck-history-latest-quick = *最近一次* { $day }，快测：信任 { $value }
trustcheck-history-latest-full = *最近一次* { $day }，完整小测：信任 { $value }
trustcheck-history-until = 一次是心情。再做{ $count }次快测，就能看到三次的中间值，和再前面三次的放在一起。
trustcheck-history-points = *信任的变化* 新的在前
trustcheck-point-quick = { $first }到{ $last }：{ $value }，三次快测的中间值
    { $bar }
trustcheck-point-full = { $last }：{ $value }，完整小测
    { $bar }
trustcheck-older = 更早
trustcheck-newer = 更近
trustcheck-pattern-day = M月d日

trustcheck-chart-send = 把图发给我
trustcheck-chart-sent = 正在发到你和 Trustcheck 的私信里。
trustcheck-chart-notice = 你要的图在这里
trustcheck-chart-quick = 快测，三次的中间值
trustcheck-chart-full = 完整小测
trustcheck-points-quick = *快测* 三次的中间值，早的在前
trustcheck-points-full = *完整小测* 早的在前
trustcheck-chart-line = { $day }：信任 { $trust } { $bar } 可信 { $c }，可靠 { $r }，安全感 { $i }，关注对方 { $s }

trustcheck-home-empty = *信任小测*
    四道题，二十秒，外加一件今天可以试试的事。只有你看得到。
trustcheck-home-last = *信任小测* 上次是 { $value }
