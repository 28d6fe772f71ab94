### 信任怎么来的，给带团队的人的问题，以及不容易的两周。

learning-close = 关闭
learning-back = 上一页
learning-next = 下一页
learning-place = 第 { $page } 页，共 { $pages } 页
learning-no-nudges = 你的小练习还没有开始。输入 `/trustcheck start` 看看怎么开始。
learning-question = • { $text }

learning-leader-title = 给带团队的人
learning-leader-deal = *只有你看得到。* 四页问题，短短的，一个人慢慢想。不用回答，也不保存什么，只记下你开没开给带团队的人的小练习。
learning-leader-c = *可信*
learning-leader-r = *可靠*
learning-leader-i = *安全感*
learning-leader-s = *关注对方*
learning-track-on = 给带团队的人的小练习 *已打开* ，会和平时的小练习一起来。
learning-track-off = 给带团队的人的小练习 *没有打开* 。打开以后，会和平时的小练习一起来。
learning-track-on-switch = 关掉
learning-track-off-switch = 打开

learning-pressure-notice = 不容易的两周
learning-pressure = *这段时间不容易？* 到 { $day } 为止，小练习会偏向压力之下最管用的几样：关注对方，安全感，按固定日子发简短的进展。别人看不到，到期自己结束。
learning-pressure-stop = 回到平常
learning-pressure-ended = 小练习又按平常的方式来选了。
