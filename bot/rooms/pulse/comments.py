"""Comments lose their order before anybody reads them."""

from collections.abc import Iterable
from random import Random


def shuffled(comments: Iterable[str], random: Random) -> tuple[str, ...]:
    """Return *comments* in random order, every order as likely.

    They are sorted first, so that nothing of the order they came in or lie in is left even to
    someone who knows the random source. Outside tests that is `random.SystemRandom()`.
    """
    mixed = sorted(comments)
    random.shuffle(mixed)
    return tuple(mixed)
