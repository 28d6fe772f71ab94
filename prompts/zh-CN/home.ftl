### 主页和帮助。
### Slack 的粗体和代码，外面要有空格、换行或开头，否则不生效。

home-greeting = *隔着距离，用小习惯建立信任*
    这里的内容只有你看得到。
home-privacy = Trustcheck 不会把关于你的任何内容给你的上级看。公司在某些 Slack 套餐下可以导出私信，包括这里的；管理机器人服务器的人，在答案保存的那一刻，技术上也能看到。
home-help-title = Trustcheck 能做什么
home-help = *在这里可以做的事*
    `/trustcheck` 二十秒的信任小测，只有你看得到
    `/commit 周五下午3点前把方案发给小林` 记下一个约定，到时候问你一声
    `/trustcheck promises` 还没完的约定，以及之前的结果
    `/trustcheck start` 每天一个小练习； `/nudge` 现在就来一个
    `/trustcheck pause 2周` 和 `/trustcheck resume` 安静一阵，再回来
    在频道里输入 `/pulse` 每周一次的匿名团队小调查，不记录哪份答案是谁的
    `/trustcheck` 后面还可以写： `full` 完整小测， `history` 以前的小测， `ask @小林` 听听别人的看法， `reflect` 回头看看， `draft` 发之前照一照， `thank @小林` 一句谢谢， `meeting 45` 会议安排， `why` 信任怎么来的， `leader` 给带团队的人， `pressure` 不容易的两周， `settings` 设置， `privacy` 隐私
home-run-check = 做信任小测
home-run-promises = 我的约定
home-run-start = 开始小练习
home-run-help = 我能做什么
home-settings = 设置
home-pause = 暂停…
