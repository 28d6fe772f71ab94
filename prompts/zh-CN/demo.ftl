### `make demo ARGS="--tour --locale zh-CN"` 每一段前的说明。

demo-check = 星期一，伦敦下午五点三刻。ann 输入 /trustcheck
demo-start = 大家各自在自己的时区开始小练习
demo-set-up = ann 在 #proj 输入 /pulse，填好表发出去
demo-morning = 星期二：每个人的小练习，都在自己当地的 09:30
demo-nudge = { $name }，{ $city }，{ $when }
demo-city-london = 伦敦
demo-city-los-angeles = 洛杉矶
demo-city-shanghai = 上海
demo-city-kolkata = 加尔各答
demo-city-auckland = 奥克兰
demo-promise = 星期二傍晚。ann 输入 { $typed }
demo-promise-typed = /commit 周四下午3点前把演示稿发给小贝
demo-asked = 星期四 15:00。机器人来问，ann 按下“做到了”
demo-poll = 下一个星期二。小调查在各人的时间到了，六个人里五个回答了
demo-results = 星期五 10:00。结果在 #proj 和它的消息列里
demo-end = 演示到这里。用 make demo 可以自己试一试。
