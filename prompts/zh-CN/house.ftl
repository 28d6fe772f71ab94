### 不管在哪个房间，都可能听到的话。

house-name = Trustcheck
house-close = 关闭
house-notices = 今天的几件小事
house-old-card = 这张卡片是旧版本的，或者它说的内容已经不在了。什么都没有丢。输入 `/trustcheck help` 重新开始。
house-bug = 我们这边出错了，和你的操作无关。如果再出现，请把这个编号告诉管理 Trustcheck 的人：{ $reference }
house-slack-busy = Slack 这会儿有点忙，请过一分钟再试。
house-slack-trouble = Slack 没有收下这一步，请再试一次。一直这样的话，请告诉管理 Trustcheck 的人。
house-unknown-word = 这个词我不认识。按下面的按钮，看看我能做什么。
house-near-miss = 这个词我不认识。你要找的是 `/trustcheck { $word }` 吗？
house-near-miss-long = 这个词我不认识。你要找的是 `/trustcheck { $word }` 吗？后面的内容太长，按钮装不下，请用这个词再输入一次。
house-unknown-workspace = 这个工作区已经没有安装 Trustcheck 了。请管理应用的人重新安装；刚才的操作没有存下来。
house-guest = Trustcheck 只面向这个工作区的正式成员，这里没有给访客的内容。我只知道 Slack 提供的账号信息； `/trustcheck export` 、 `forget` 和 `privacy` 你也可以用。
