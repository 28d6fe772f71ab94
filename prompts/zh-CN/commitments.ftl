### 约定：一句话记下来，到时候问一声，一直跟到有结果。

commitments-title = 我的约定
commitments-close = 关闭
commitments-cancel = 取消

## 怎么说一个约定。

commitments-due = { $moment } 到期
commitments-to = 对方：{ $person }
commitments-link = 那条消息
commitments-logged = *记下了。* { $moment } 到期（{ $zone }时间）。
commitments-logged-to-self = 答应自己的，也一样算数。
commitments-logged-text = 你的约定记下了。
commitments-made-before = 这已经是一个约定了，现在是这样：

## 怎么重复。

commitments-repeats-daily = { $step ->
    [1] 每天
    [2] 每隔一天
   *[other] 每 { $step } 天
}
commitments-repeats-workdays = 每个工作日
commitments-repeats-weekly = { $step ->
    [1] 每周的{ $days }
    [2] 每隔一周的{ $days }
   *[other] 每 { $step } 周的{ $days }
}
commitments-repeats-first-workday = 每月第一个工作日
commitments-repeats-last-workday = 每月最后一个工作日
commitments-repeats-nth-weekday = { $step ->
    [1] 每月
   *[other] 每 { $step } 个月
}{ $nth ->
    [1] 第一个{ $day }
    [2] 第二个{ $day }
    [3] 第三个{ $day }
    [4] 第四个{ $day }
    [5] 第五个{ $day }
   *[other] 最后一个{ $day }
}
commitments-repeats-month-end = { $step ->
    [1] 每月最后一天
   *[other] 每 { $step } 个月的最后一天
}
commitments-repeats-quarter-end = 每季度最后一天
commitments-repeats-monthly = { $step ->
    [1] 每月 { $days } 号
   *[other] 每 { $step } 个月的 { $days } 号
}
commitments-repeats-yearly = { $step ->
    [1] 每年
   *[other] 每 { $step } 年
}
commitments-repeats-times = { $said }，共 { $count } 次
commitments-repeats-until = { $said }，到 { $day } 为止

## 可以按什么。

commitments-do-change = 改一改
commitments-do-undo = 撤销
commitments-do-kept = 做到了
commitments-do-not-yet = 还没有
commitments-do-move = 改时间了
commitments-do-move-ahead = 改时间
commitments-do-by-due = { $moment } 之前
commitments-do-later = 晚了一些

commitments-which = 做到了。是在 { $moment } 之前，还是晚了一些？

## 填写的窗口。

commitments-form-deal = *只有你看得到。* 内容加密保存，不会发给任何人，也不会发给你答应的那一位。
commitments-form-title = 一个约定
commitments-form-send = 记下来
commitments-form-text = 你答应了什么？
commitments-form-text-example = 把方案发过去
commitments-form-at-hint = 按{ $zone }时间。不填就算到那天下班。
commitments-form-which = 你说的是哪个时间？
commitments-form-other = 都不是，用下面选的日期和时间
commitments-form-to = 答应了谁？
commitments-form-repeats = 会重复吗？
commitments-form-repeats-never = 不会，就一次
commitments-form-repeats-workdays = 每个工作日
commitments-form-repeats-weekly = 每周的这一天
commitments-form-repeats-biweekly = 每隔一周的这一天
commitments-form-repeats-monthly = 每月的这一天
commitments-form-no-text = 请写几个字，答应了什么。
commitments-form-too-long = 一个约定最多 3,000 字。写几个字就够了。
commitments-form-no-day = 请选一个日期。
commitments-form-past = 这个时间已经过去了。请选一个还没到的时间。
commitments-form-to-a-bot = 这是一个应用，它不会等你。请选一个人，或者不填。
commitments-form-too-far = 这已经是五年以后了。请选一个能安排得到的时间。

commitments-why-no-time = 这句话里没有找到时间。什么时候完成？
commitments-why-no-text = 你答应了什么？我只读到了时间或者人。
commitments-why-past = 这个时间已经过去了。请选一个还没到的时间。
commitments-why-unreadable = 这个时间我拿不准。请在这里选一下。
commitments-why-too-far = 这已经是五年以后了。请选一个能安排得到的时间。
commitments-why-too-long = 一个约定最多 3,000 字。这里是你写的开头，下面是其余的部分，要留哪些由你来定。
commitments-why-too-many-people = 里面提到了好几个人。请选你答应的那一位，其他人可以留在文字里。
commitments-why-never = 这一天永远不会到。请换一天。
commitments-why-to-a-bot = 这是一个应用，它不会等你。请选一个人，或者不填。
commitments-why-two-rhythms = 这种说法有两种理解。请在“会重复吗？”里选一下你的意思。
commitments-why-two-readings = 这个时间可以有不止一种读法。你说的是哪一个？

## 被问到，怎么答。

commitments-asked-then = 到时候我来问一声。
commitments-asked-at = { $moment } 我来问一声。
commitments-ask-again = 这句话我拿不准。你写的在下面，可以放进窗口里填。
commitments-notification = { $count ->
    [1] 你有一个约定到时间了
   *[other] 你有几个约定到时间了
}
commitments-asked-now = { $count ->
    [1] *这件事到时间了。* 怎么样了？
   *[other] *这几件事到时间了。* 怎么样了？
}
commitments-asked-late = { $count ->
    [1] *这件事早些时候就到时间了。* 那时没能联系到你，所以问得晚了。怎么样了？
   *[other] *这几件事早些时候就到时间了。* 那时没能联系到你，所以问得晚了。怎么样了？
}
commitments-asked-day = { $count ->
    [1] *有一个约定到期了。* 怎么样了？
   *[other] *有 { $count } 个约定到期了。* 怎么样了？
}
commitments-check = { $count ->
    [1] *快到时间了。* 还顺利吗？
   *[other] *这几件快到时间了。* 都还顺利吗？
}
commitments-today = *今天到期*
commitments-more = 再看 { $count } 个

commitments-do-done = 做好了
commitments-do-on-track = 顺利
commitments-do-at-risk = 可能来不及
commitments-do-update = 写进展
commitments-do-nothing-new = 没有新进展
commitments-do-form = 记一个约定
commitments-do-list = 我的全部约定
commitments-do-ended = 都怎么结束的
commitments-do-fresh = 重新算起

commitments-noted-on-track = 顺利。
commitments-noted-at-risk = 可能来不及。早点说，是加分的。
commitments-noted-not-yet = 还没有。下一步是主动说明。
commitments-kept-on-time = 按时做到了。
commitments-kept-late = 做到了，比说好的晚。
commitments-following = 下一次是 { $moment }。
commitments-undone = 撤销了，没有留下任何记录。
commitments-became-moved = 改了时间：现在是 { $moment } 到期。
commitments-became-new = 原来的约定算作主动说明过。新的约定 { $moment } 到期。
commitments-became-owned-up = 已经主动说明。

## 什么不行，为什么。

commitments-gone = 这个约定已经不在了。输入 `/trustcheck promises` 看现有的。
commitments-undo-too-late = 15 分钟之内可以撤销。如果对方不需要了，输入 `/trustcheck promises` ，选“对方说不用了”。
commitments-refused-ended = 这个约定已经结束了。怎么结束的，14 天之内可以在 `/trustcheck promises` 里更正。
commitments-refused-outdated = 这张卡片说的还是以前的时间。输入 `/trustcheck promises` 看现在的情况。
commitments-refused-not-due = 这个约定还没到时间。
commitments-refused-past-due = 时间已经到了。输入 `/trustcheck promises` 说说怎么样了。
commitments-refused-past = 这个时间已经过去了。请选一个还没到的时间。
commitments-refused-is-open = 这个约定还没有结束。
commitments-refused-not-correctable = 这个约定怎么结束的，不能再改了。
commitments-refused-too-late = 怎么结束的，14 天之内可以更正。现在已经过了。
commitments-refused-no-next = 没有下一次可以跳到了：这是最后一次。

## 主动说明，改时间。

commitments-form-day-by = 哪一天之前？
commitments-form-at-by = 几点之前？
commitments-form-day-instead = 改到哪一天？
commitments-form-at-instead = 几点？
commitments-own-up-title = 主动说明
commitments-own-up-deal = 早点说，收拾好，再约一个时间。选好什么时候能完成，就有一段话给你改，由你自己发。不选日期，这个约定就到此为止，算作主动说明过。
commitments-own-up-which = 哪一种最接近？
commitments-own-up-send = 看看怎么说
commitments-own-up-when = [什么时候]
commitments-words-title = 你的话
commitments-words = 改一改，再复制
commitments-words-hint = 方括号里的内容只有你知道。
commitments-words-chat = 打开聊天
commitments-words-done = 好了
commitments-nothing-sent = Trustcheck 不会发给任何人，这段话也不会保存。
commitments-move-title = 改时间
commitments-move-send = 改时间
commitments-move-free = 这是第一次改，也提前说了：约定继续，按新的时间算。
commitments-move-counts = 没有提前够，或者是第二次改：原来的约定算作主动说明过，另外开始一个新的。

## 定期的进展。

commitments-update-title = 写进展
commitments-update-blank = [补充]
commitments-update-last = 这是最后一次

## 列表，以及都怎么结束的。

commitments-open = { $count ->
    [0] *现在没有进行中的约定。* 记一个： `/commit 周五下午3点前把方案发给小安`
   *[other] *{ $count } 个进行中的约定*
}
commitments-menu-change = 改一改
commitments-menu-release = 对方说不用了
commitments-menu-skip = 跳过这一次
commitments-ended-few = { $count ->
    [0] 最近没有结束的约定。满五个以后，这里会说都怎么结束的。
   *[other] 到现在结束了 { $count } 个。满五个以后，这里会说都怎么结束的。
}
commitments-ended = *结束了 { $total } 个：* { $counts }
commitments-count-on-time = { $count } 个按时
commitments-count-late = { $count } 个晚了
commitments-count-owned-up = { $count } 个晚了但主动说明过
commitments-count-no-word = { $count } 个没有回音
commitments-count-then = { $first }，{ $then }
commitments-percentage = { $percentage }% 按时
commitments-early = 有 { $count } 次你提前说了来不及。这是加分的。
commitments-released = 另有 { $count } 个对方说不用了。
commitments-ended-on-time = 按时完成
commitments-ended-late = 晚了一些完成
commitments-ended-owned-up = 主动说明过
commitments-ended-no-word = 没有回音
commitments-ended-released = 对方说不用了
commitments-correct-on-time = 其实是按时的
commitments-correct-late = 其实是晚了
commitments-correct-owned-up = 我主动说明过
commitments-fresh-sure = 到现在为止的结果不再计算。进行中的约定不变。
commitments-page = 第 { $page } 页，共 { $pages } 页
commitments-page-before = 上一页
commitments-page-after = 下一页
commitments-home-empty = *小小的约定，说到做到。* 一句话就能记下来： `/commit 周五下午3点前把方案发给小安` 。到时候我来问一声。
commitments-line-offer = 这句话像是一个约定。要记下来吗？到时候我来问一声。
commitments-line-log = 记成约定
