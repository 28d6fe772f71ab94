### 线上会议的计划。

meetings-title = 会议计划
meetings-close = 关闭
meetings-notice = 你的会议计划
meetings-summary = *{ $minutes }分钟，{ $people }个人。* 差不多每5分钟就有事可做，没有人一口气讲得更久。哪里不合适，随便改。
meetings-hint = 在手机上想复制的话，可以发给你自己。
meetings-sent = 正在发到你和 Trustcheck 的私信里。
meetings-people = { $people }个人
meetings-another = 换一份计划
meetings-send = 发给我
meetings-line = { $start }  【{ $what }】
meetings-line-said = { $start }  【{ $what }】{ $text }
meetings-part-open = 开场问题，{ $minutes }分钟
meetings-part-talk = 讲解或讨论，最多{ $minutes }分钟
meetings-part-do = 一起做，{ $minutes }分钟
meetings-part-digest = 停一停，{ $minutes }分钟
meetings-part-break = 离开屏幕休息，{ $minutes }分钟
meetings-part-close = 收尾回想，{ $minutes }分钟

meetings-which-length = 这个会开多久？比如 `/trustcheck meeting 45` ，八个人的话写 `/trustcheck meeting 45 8` 。{ $shortest }到{ $longest }分钟都可以。
meetings-bad-length = 计划的长度要在{ $shortest }到{ $longest }分钟之间，比如 `/trustcheck meeting 45` 。
meetings-bad-people = 计划适合{ $fewest }到{ $most }个人，比如 `/trustcheck meeting 45 8` 。
