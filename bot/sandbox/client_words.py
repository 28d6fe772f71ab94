"""The few words Slack's own client puts around an app's: in the reader's language."""

from datetime import datetime

CHINESE = {
    "optional": "选填",
    "only you see this": "只有你看得到",
    "edited": "已编辑",
    "file": "文件",
}
CHINESE_DAYS = "一二三四五六日"


class ClientWords:
    """Says the client's words in the language of *locale*; English where it has none."""

    def __init__(self, locale: str) -> None:
        self._is_chinese = locale.lower().startswith("zh")

    def __call__(self, word: str) -> str:
        return CHINESE[word] if self._is_chinese else word

    def when(self, at: datetime) -> str:
        """Say the weekday and the time of a local *at*."""
        if self._is_chinese:
            return f"周{CHINESE_DAYS[at.weekday()]} {at:%H:%M}"
        return f"{at:%a %H:%M}"
