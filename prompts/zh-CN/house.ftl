### 不管在哪个房间，都可能听到的话。

house-name = Trustcheck
house-close = 关闭
house-notices = 今天的几件小事
house-old-card = 这张卡片是旧版本的，或者它说的内容已经不在了。什么都没有丢。输入 `/trustcheck help` 重新开始。
house-bug = 我们这边出错了，和你的操作无关。如果再出现，请把这个编号告诉管理 Trustcheck 的人：{ $reference }
house-slack-busy = Slack 这会儿有点忙，请过一分钟再试。
house-slack-trouble = Slack 没有收下这一步，请再试一次。一直这样的话，请告诉管理 Trustcheck 的人。
house-unknown-word = 这个词我不认识。按下面的按钮，看看我能做什么。
# 大家可能会用的别的说法，好猜出要找的是哪个词。
house-other-words =
    pause：暂停、停、取消、退订、安静、别发了；
    resume：恢复、继续；
    forget：忘记、删除、清除、注销；
    export：导出、数据、下载；
    privacy：隐私；
    settings：设置、语言、时区；
    help：帮助、你好、怎么用、说明；
    promises：约定、我的约定、清单、待办；
    promise：记一个约定、记约定；
    start：开始、订阅；
    nudge：小练习、练习；
    history：历史、以前、趋势、结果；
    full：完整；
    ask：看法、反馈；
    thank：谢谢、感谢；
    pulse：小调查、团队小调查；
    meeting：会议、开会；
    kickoff：开场、介绍；
    leader：领导、带团队；
    pressure：压力；
    reflect：回头看看；
    draft：草稿、照一照；
    why：为什么、公式
house-near-miss = 这个词我不认识。你要找的是 `/trustcheck { $word }` 吗？
house-near-miss-long = 这个词我不认识。你要找的是 `/trustcheck { $word }` 吗？后面的内容太长，按钮装不下，请用这个词再输入一次。
house-unknown-workspace = 这个工作区已经没有安装 Trustcheck 了。请管理应用的人重新安装；刚才的操作没有存下来。
house-guest = Trustcheck 只面向这个工作区的正式成员，这里没有给访客的内容。我只知道 Slack 提供的账号信息； `/trustcheck export` 、 `forget` 和 `privacy` 你也可以用。
