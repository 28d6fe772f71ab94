### 回头看看：一步一步写，怎么结束，以及保存下来的。

reflection-title = 回头看看
reflection-close = 关闭
reflection-leave = 先不写了
reflection-next = 下一步
reflection-finish = 写完了
reflection-done = 好了
reflection-progress = 第 { $step } 步，共 { $steps } 步
reflection-so-far = 到现在写的都在这里。只在这个窗口里，还可以改。
reflection-missing = 请写几个字。
reflection-as-before = 结尾还和原来一样。只改最后一句就行：有你的哪一份？

reflection-factor-c = 我的话还信不信得过（可信）
reflection-factor-r = 我这个人还靠不靠得住（可靠）
reflection-factor-i = 在我面前还放不放心（安全感）

reflection-keep-ask = 要保存吗？
reflection-choice-keep = 加密保存，只给我自己
reflection-choice-leave = 不保存
reflection-is-kept = 已经加密保存，只有你看得到。输入 `/trustcheck reflect` 可以找到，也可以在那里删掉。
reflection-is-not-kept = 什么都没有保存。窗口一关，就没有了。

reflection-told-before = *平时的讲法*
reflection-told-now = *换了结尾的讲法*
reflection-repair = 可以补上的事
reflection-repair-hint = 想改就改，改好的就是约定的内容。
reflection-promise = 就做这个

reflection-kept-open = 看看保存的{ $count }份
reflection-kept-title = 保存下来的
reflection-kept-on = { $day }（第 { $number } 份，共 { $count } 份）
reflection-kept-moments = *自己的目标放在前面的时刻*
reflection-kept-other = *那时对方在意的*
reflection-kept-repair = *可以补上的事*
reflection-kept-factor = *受影响最多的*
    { $factor }
reflection-none-kept = 没有保存过。
reflection-older = 更早
reflection-newer = 更近
reflection-drop = 删除
reflection-drop-title = 删除这一份？
reflection-drop-text = 删掉就找不回来了。
