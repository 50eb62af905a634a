"""What the window is told of an exception."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slidecast_gui.errors import Cancelled
from slidecast_gui.failures import INTERNAL, failure_of
from slidecast_gui.rehearsal.messages import Trouble

logger = logging.getLogger(__name__)


def trouble_of(error: BaseException, number: int | None = None, *, is_heard: bool = False) -> Trouble:
    """The sentence a render would give, about a slide or about the deck; the rest is as in `Trouble`."""
    failure = failure_of(error)
    return Trouble(failure.sentence, failure.detail, number, is_heard)


@contextmanager
def told(say: Callable[[Trouble], None], number: int | None = None, *, is_heard: bool = False) -> Iterator[None]:
    """Whatever is raised inside is said, and goes no further; of an end that was asked for there is nothing to say."""
    try:
        yield
    except Cancelled:
        return
    except BaseException as error:
        # BaseException, because a panic in a Rust library is none of Exception's children.
        if failure_of(error).kind == INTERNAL:
            logger.exception("the rehearsal failed at slide %s", number)
        say(trouble_of(error, number, is_heard=is_heard))
