### 团队小调查：设置、发给每个人的题、表单，以及频道里看到的。

pulse-title = 团队小调查
pulse-close = 关闭
pulse-not-now = 以后再说
pulse-gone = 这个团队已经没有小调查了。
pulse-answers = { $count }份答案
pulse-answers-of = 问了{ $asked }个人，收到{ $count }份答案

pulse-setup-deal = *给 { $channel } 的每周小调查*
    五句关于团队的话，半分钟答完。不记录哪份答案是谁的；少于5份不公布，那一周就不显示；满5份，频道里会看到取过整的结果，你看到的也不会比别人多。频道会知道是你开的，第一次至少在两个工作日以后。
pulse-setup-weekday = 星期几？
pulse-setup-weeks = 多久一次？
pulse-every = { $weeks ->
        [1] 每周一次
        [2] 每两周一次
       *[other] 每{ $weeks }周一次
    }
pulse-setup-minimum = 至少有几份答案才公布？
pulse-setup-language = 频道里用哪种语言？
pulse-setup-comments-label = 留言
pulse-setup-comments = 可以留言
pulse-setup-comments-hint = 满8份答案才显示留言：打乱顺序，原话照登，频道里的人都看得到。人少的团队，口气可能让人认出是谁。
pulse-setup-send = 开始
pulse-settings-intro = *{ $channel } 的小调查*
    改动从下一次开始生效，频道会收到通知。
pulse-settings-send = 保存
pulse-is-set-up = 好了。 { $channel } 会收到通知，第一次小调查在 { $on }，各人在自己当地的早上收到。
pulse-just-arrived = 我刚进这个频道，请过一会儿再试。

pulse-refused-direct-message = 小调查是给团队的，一个团队就是一个频道。请到那个团队的频道里输入 `/pulse` 。
pulse-refused-group-message = 小调查要在公开频道里做，这里是群聊。请到团队的频道里输入 `/pulse` 。
pulse-refused-private = 小调查只在公开频道里做，这样谁能看到结果，大家都清楚。这个频道是私密的。
pulse-refused-shared = 这个频道和别的公司共用，小调查不在这样的频道里做：团队怎么说自己，只留在内部。
pulse-refused-archived = 这个频道已经归档了。
pulse-refused-bot-absent = 我不在这个对话里，请先邀请我： `/invite @Trustcheck` 。小调查在公开频道里做，不在私信或群聊里。
pulse-refused-not-full-member = 小调查由频道里的正式成员来开。请先加入这个频道；访客不能开。
pulse-refused-too-small = *三个人的数字，瞒不住是谁。* 换两个问题，一起聊聊：
    最近有什么事，让你们觉得彼此指望得上？
    做一点什么改变，事情不对劲的时候会更好开口？
pulse-refused-already-set-up = 这个频道已经有小调查了。输入 `/pulse` 看看。
pulse-refused-admins-only = 在这个工作区，小调查由管理员来开。可以请其中一位帮忙。
pulse-refused-large-needs-admin = 超过五十个人的频道，小调查由工作区管理员来开。可以请其中一位帮忙。

pulse-rhythm = { $weeks ->
        [1] 每{ $weekday }一次
        [2] 每两周一次（{ $weekday }）
       *[other] 每{ $weeks }周一次（{ $weekday }）
    }
pulse-comments-on = 可以留言。
pulse-comments-off = 没有开留言。
pulse-news-notification = 这个频道的小调查有新消息
pulse-news-set-up = { $owner } 给这个频道开了团队小调查：{ $every }，半分钟答完，各人在自己当地的早上收到。第一次在 { $on }。
pulse-news-owner-left = 一位已经离开的同事
pulse-news-deal = 五句话，从1到5打分，答不答都可以。不记录哪份答案是谁的，谁答了、答了什么，谁也看不到，开小调查的人也一样；少于{ $minimum }份不公布，满了才在这里显示取过整的结果。{ $comments }不想被问到，可以退出，不会通知任何人。

pulse-news-changed = 这个频道的小调查改了：{ $every }。下一次在 { $on }。正在进行的那次不受影响。
pulse-news-paused = 这个频道的小调查歇到 { $until }。下一次在 { $on }。
pulse-news-resumed = 这个频道的小调查继续。下一次在 { $on }。
pulse-news-stopped = 这个频道的小调查停了。公布过的还在，以后不会再来。
pulse-news-handed-over = 这个频道的小调查现在由 { $owner } 照看，别的都不变。
pulse-news-orphaned = 这个频道的小调查现在没有人照看。它照常进行，频道里的成员都可以接过去。

pulse-status = *{ $channel } 的小调查* { $every }。下一次在 { $on }。满{ $minimum }份答案才公布结果。{ $comments }
pulse-status-owner = 由 { $owner } 照看。
pulse-status-nobody = 现在没有人照看。
pulse-status-paused = 歇到 { $until }。
pulse-see-results = 最近的结果
pulse-see-history = 以往的结果
pulse-change = 改设置
pulse-pause = 歇一阵
pulse-resume = 继续
pulse-hand-over = 交给别人
pulse-take-over = 我来照看
pulse-stop = 停掉
pulse-stop-title = 停掉小调查？
pulse-stop-sure = 这个频道不会再有小调查，频道会收到通知。正在进行的那次会做完。
pulse-pause-intro = *让 { $channel } 的小调查歇一阵*
    你选的那天之前，不会开始新的一次；正在进行的那次会做完。
pulse-pause-until = 歇到哪天？
pulse-pause-send = 歇一阵
pulse-pause-past = 这一天已经过了，请选晚一点的日子。
pulse-pause-far = 最长歇一年。想停更久，可以停掉，以后随时能再开。
pulse-not-paused = 小调查没有在歇，下一次的日子不变。
pulse-hand-over-intro = *把 { $channel } 的小调查交给别人*
    对方可以改设置、歇一阵、停掉，看到的不会比大家多。频道会收到通知。
pulse-hand-over-to = 交给谁？
pulse-hand-over-send = 交给对方
pulse-hand-over-stranger = 照看小调查的，要是这个频道的正式成员。请选一位。
pulse-has-owner = 这个小调查已经有人照看了。
pulse-is-changed = 改好了。从下一次开始生效，频道会收到通知。
pulse-is-paused = 小调查歇到 { $until }。频道会收到通知。
pulse-is-resumed = 小调查继续。频道会收到通知。
pulse-is-stopped = 小调查停了。频道会收到通知。
pulse-is-handed-over = 好了。频道会收到通知。
pulse-is-yours = 谢谢。现在由你来照看，频道会收到通知。
pulse-refused-owner-or-admin-only = 这一步由照看小调查的人或工作区管理员来做。谁都可以看：输入 `/pulse` 。
pulse-no-results = 这个团队还没有公布过结果。
pulse-unknown-word = 在频道里， `/pulse` 后面可以写 `results` 、 `history` 、 `settings` 、 `pause` 、 `resume` 、 `stop` 或 `hand over` ；什么都不写，就是看小调查，或者开一个。

pulse-poll-notification = 一份小调查，半分钟
pulse-poll-intro = { $count ->
        [1] *你的团队的小调查* 五句话，半分钟。
       *[other] *你的几个团队的小调查* 每份五句话，半分钟。
    }
pulse-poll-open = { $channel } 开放到{ $closes }
pulse-poll-closed = { $channel } 这次小调查结束了，谢谢。结果会在频道里公布。
pulse-poll-deal = 不记录哪份答案是谁的；少于{ $minimum }份不公布；公司在某些 Slack 套餐下可以导出私信，但哪条消息里都没有答案。挡不住的是：要是其他人把答案都凑到一起，就能推出你的；管理机器人服务器的人，在答案保存的那一刻，技术上能看到它。
pulse-answer = 回答
pulse-skip = 这周跳过
pulse-leave = 退出小调查
pulse-rejoin = 重新加入
pulse-skipped = 没关系，什么都不会记。改主意的话，结束之前这个按钮一直有用。
pulse-left = 以后不会再问你 { $channel } 的事，也不会通知任何人。想回来，按这里，或者在频道里输入 `/pulse` 。
pulse-is-back = 欢迎回来。 { $channel } 的下一次小调查会发给你。

pulse-form-deal = *{ $channel }* 最近怎么样？满{ $minimum }份答案，大家才会看到取过整的结果。只记每个分数有几个，不记录哪份答案是谁的。
pulse-form-final = 要是其他人把答案都凑到一起，就能推出你的。发出去的答案再也找不到是哪一份，所以收不回来，也改不了。
pulse-scale-end = { $value }：{ $end }
pulse-comment = 还有什么想说的？
pulse-comment-hint = #{ $channel } 里的人都会看到你的原话。人少的团队，口气可能让人认出你。请不要点名。
pulse-comment-names = *留言里好像提到了某个人。* 频道里的人都会看到，被提到的人却没法回应。可以改一改，也可以再按一次“发送”，原样发出。现在什么都还没发。
pulse-send = 发送
pulse-answer-missing = 请在1到5里选一个。
pulse-thanks = 谢谢，你的答案已经计入。结果会在频道里公布。
pulse-unanswerable-not-asked = 这次小调查没有问到你。它问的是开始那一刻频道里的成员。
pulse-unanswerable-not-open-yet = 这次小调查还没有开始。
pulse-unanswerable-closed = 这次小调查已经结束。有下一次的时候，会发给你。
pulse-unanswerable-barred = 按频道现在的情况，这次小调查的结果没法公布，所以也不再收答案。
pulse-unanswerable-already-answered = 这次小调查你已经答过了，谢谢。

pulse-reminder-enough = 小调查{ $closes } 结束。目前答案够了。已经答过的，谢谢。
pulse-reminder-not-yet = 小调查{ $closes } 结束。目前答案还不够。已经答过的，谢谢。

pulse-results-notification = 小调查的结果出来了
pulse-figures-notification = 具体数字
pulse-stays-closed = *这周不公布。* 答案太少，一公布就容易看出是谁。有三份或更多的，和后面的合起来；不到三份的，直接删掉。
pulse-results-title = *这个团队的小调查*
pulse-is-pool = 这里是几周合在一起的结果，因为每一周单独看，答案都太少。
pulse-level-high = 多数答案说：这个团队里的人，我指望得上。（{ $answers }）
pulse-level-middle = 团队里的人指不指望得上，答案有高有低。（{ $answers }）
pulse-level-low = 不少答案说，这阵子有点难互相指望。值得心平气和地聊一聊。（{ $answers }）
pulse-change-up = 比上次高了 { $by }。
pulse-change-down = 比上次低了 { $by }。
pulse-change-up-at-least = 比上次至少高了 { $by }。
pulse-change-down-at-least = 比上次至少低了 { $by }。
pulse-change-same = 和上次差不多。
pulse-change-hidden = 这次问的人和上次几乎一样，一比较就会指向刚来或刚走的那几位，所以不比。
pulse-start-with = *可以先从这里开始。* { $idea }
pulse-in-thread = 具体数字在消息列里。
pulse-figures-title = *具体数字* { $answers }
pulse-figure = *{ $name }：{ $value }* “{ $text }”
pulse-figure-pooled = *{ $name }：{ $value }*
pulse-figures-note = 从1到5，越高越好。数字取过整，两头也不说死，这样光看数字，推不出谁的答案。每周问的句子不同，只有第一句可以前后比。
pulse-or-more = { $value } 或更高
pulse-or-less = { $value } 或更低
pulse-asked-anchor = 指望得上
pulse-asked-c = 可信
pulse-asked-r = 可靠
pulse-asked-i = 安全感
pulse-asked-s = 关注对方
pulse-trend-title = *指望得上，一周一周看*
pulse-trend-point = { $on }：{ $value }
pulse-trend-pool = { $on }：{ $value }（几周合在一起）
pulse-trend-closed = { $on }：没有公布
pulse-chart-title = 指望得上
pulse-chart-series = 这个团队

pulse-shut-almost-same-people = 这次没有小调查。这里的人，和另一个有小调查的团队几乎一样；两个只能做一个，不然两边一比，就会指向某个人。
pulse-shut-too-few-people = 这次没有小调查：能问到的不到四个人，数字瞒不住是谁。换两个问题，一起聊聊：
    最近有什么事，让你们觉得彼此指望得上？
    做一点什么改变，事情不对劲的时候会更好开口？
pulse-guide-notification = 聊十五分钟
pulse-guide-step = • { $minutes }分钟：{ $text }
pulse-owner-notification = 你们团队的小调查有结果了
pulse-owner-line = { $channel } 的小调查有结果了。谢谢大家，问一个问题，不问是谁说的。下次开会聊十五分钟，比写一长段回复有用；怎么聊，消息列里有。

pulse-comments-notification = 留言
pulse-comments-title = *留言* 顺序打乱了
pulse-comment-report = 举报
pulse-comment-remove = 移除
pulse-comment-remove-title = 移除这条留言？
pulse-comment-remove-sure = 它会从消息列里消失，谁都看不到，也找不回来。
pulse-comment-removed = 有一条留言被移除了。
pulse-comment-gone = 这条留言已经不在了。
pulse-comment-is-removed = 这条留言移除了。
pulse-comment-is-reported = 已经举报。照看小调查的人会知道是哪条留言，不会知道是你举报的。
pulse-report-nobody = 现在没有人照看这个小调查，可以找工作区管理员，由他们来移除。
pulse-report-notification = 有一条留言被举报了
pulse-report-card = { $channel } 里有人举报了这条留言。你可以移除它；谁写的、谁举报的，都没有人看得到。

pulse-instant-deal = *现在就给 { $channel } 做一次小调查*
    在频道里发一条，五句话，开放两个工作日，规则和每周的一样：不记录哪份答案是谁的，不满最低份数不公布，结果大家在频道里一起看。它代替这周的那次。
pulse-instant-send = 发出去
pulse-instant-started = 小调查正在发到频道里。
pulse-instant-previous-open = 这个团队还有一次小调查没结束，等它结束再来。
pulse-instant-too-soon = 一个团队七天里最多一次小调查，上一次还不到七天。
pulse-instant-too-few-people = 能问到的不到四个人，数字瞒不住是谁。
pulse-instant-almost-same-people = 这里的人，和另一个有小调查的团队几乎一样；两个只能做一个，不然两边一比，就会指向某个人。
pulse-instant-paused = 这个团队的小调查正在歇着。
pulse-instant-missed = 这一次已经来不及了。
pulse-refused-instant-off = 这个工作区的管理员关掉了即时小调查。
pulse-refused-too-large = 超过一百个人的频道不做即时小调查：发一条消息，看到的人太少。

pulse-promise-title = 团队约定
pulse-promise-make = 做一个团队约定
pulse-promise-deal = 整个团队一次只做一个约定，频道里都看得到。谁愿意，谁来照看，不能指派。它不算在任何人自己的约定里，下次公布结果时先说它，不提名字。
pulse-promise-text = 团队约定做什么？
pulse-promise-hint = 小一点，看得出做没做到，比如：周三上午不开会。
pulse-promise-send = 提出来
pulse-promise-notification = 团队的一个约定
pulse-promise-proposed = *给这个团队的一个约定*
pulse-promise-look-after = 我来照看
pulse-promise-taken = 已经有人照看。下次公布结果时，先说它。
pulse-promise-is-proposed = 你提的约定正在发到频道里。
pulse-promise-is-yours = 谢谢，由你来照看。哪里都不写你的名字。
pulse-promise-last = *这个团队上次的约定* 做得怎么样？
pulse-promise-report-kept = 做到了
pulse-promise-report-partly = 做到一部分
pulse-promise-report-open = 还没有
pulse-promise-decide = 接下来怎么办？
pulse-promise-decide-keep = 继续
pulse-promise-decide-change = 改一改
pulse-promise-decide-let-go = 放下
pulse-promise-is-kept = 约定继续。下次公布结果时，还会先说它。
pulse-promise-is-let-go = 放下了，这样也很好。可以做一个新的。
pulse-promise-empty = 请用几个字写下约定。
pulse-promise-one-at-a-time = 团队已经有一个约定，一次一个就够了。下次公布结果时会说到它。
pulse-promise-already-looked-after = 已经有人先一步照看了，还是谢谢你。
pulse-promise-nobody-looks-after-it = 这个约定还没有人照看，所以没有可说的。
pulse-promise-not-reported = 先说说做得怎么样：做到了、做到一部分，还是还没有。
pulse-promise-ended = 这个约定已经结束了。
pulse-promise-gone = 这个约定已经不在了。
pulse-late = 有一个多星期，我没能在 { $channel } 里发消息。小调查原本要发的内容已经过时，没有再补发。公布过的结果还查得到：在频道里输入 `/pulse results` 。
pulse-barred = 现在没法把小调查发到 { $channel } 里。{ $why }

pulse-csv = 把文件发给我
pulse-csv-comment = 这个团队已公布的小调查结果，没有比这更细的。
pulse-csv-day = 日期
pulse-csv-answers = 答案数
pulse-csv-pool = { $answers }（几周合在一起）

pulse-home-title = *你所在团队的小调查*
pulse-home-line = { $channel }：{ $every }，下一次在 { $on }
pulse-home-more = 另外还有{ $count }个
pulse-home-empty = *团队小调查*
    在团队的频道里输入 `/pulse` 就能开。每周五句话；不记录哪份答案是谁的，少于5份不公布，公布的数字也取过整。
