### 设置：改了什么，照着说一遍。

preferences-paused = 安静到 { $moment }。你定了钟点的约定，到时还是会问一声；别的都不来。
preferences-resume = 现在恢复
preferences-resumed = 欢迎回来。
preferences-resumed-next = 欢迎回来。你的下一个固定时间是 { $moment }。
preferences-pause-unreadable = 要安静到什么时候？可以这样写： `/trustcheck pause 2周` 、 `/trustcheck pause 3天` 或 `/trustcheck pause 2026-12-24` 。最长一年。
