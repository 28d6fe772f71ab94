### 日期和时间怎么说。格式用 Unicode CLDR 的字母（EEEE：星期几）。

common-pattern-day = M月d日 EEEE
common-pattern-day-year = y年M月d日 EEEE
common-pattern-time = HH:mm

common-moment = { $day } { $time }
common-moment-today = 今天 { $time }
common-moment-tomorrow = 明天 { $time }
common-moment-yesterday = 昨天 { $time }

# 小练习里可以写同事名字的地方，不写名字时就用它。
common-someone = 一位最近没聊过的同事
