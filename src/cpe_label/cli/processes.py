"""Work on many things in several processes, in order, with few of them in memory.

Each process has a pipe of its own and one piece of work at a time. The pieces go round, and their
results are taken in the same order. A process ends when its pipe is closed, whatever became of the
one that started it.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from .exit_codes import ProcessEndedError

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)

T = TypeVar("T")
R = TypeVar("R")


def in_order(work: Callable[[T], R], pieces: Iterable[T], count: int) -> Iterator[R]:
    """The result of each piece, in order, from so many processes, or as many as there can be.

    `work` and the pieces are pickled where the system starts processes anew.

    Raises ProcessEndedError if a process is ended from outside or none can be started, and what
    `work` raises.
    """
    busy: deque[_Process] = deque()
    try:
        for piece in pieces:
            if len(busy) < count:
                try:
                    with _held_back():
                        busy.append(_Process(work))
                except OSError:  # the system gives no more of them
                    count = len(busy)
                else:
                    busy[-1].give(piece)
                    continue
            if not busy:
                raise ProcessEndedError
            busy.append(busy.popleft())
            found = busy[-1].result()
            busy[-1].give(piece)
            yield found
        for process in tuple(busy):
            yield process.result()
    finally:
        for process in busy:
            process.end()


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold back what would end this process, so that each one that is started is known to it.

    A new process inherits that, and lets it through once it knows what to do then.
    """
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        _let_through()


def _let_through() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


class _Process:
    """One process, and our end of its pipe."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        context = get_context()
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs, self._pipe), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, piece: Any) -> None:
        """Give it a piece of work."""
        try:
            self._pipe.send(piece)
        except OSError:
            raise ProcessEndedError from None

    def result(self) -> Any:
        """Wait for the result of its piece. Raises what the work raised."""
        try:
            done, found = self._pipe.recv()
        except (EOFError, OSError):
            raise ProcessEndedError from None
        if not done:
            raise found
        return found

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _serve(work: Callable[[Any], Any], pipe: Connection, others: Connection) -> None:
    """Do each piece of work that comes, until the pipe is closed.

    Ctrl-C goes to every process of a terminal: the one that started this one decides.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _let_through()
    others.close()  # a copy of its end, which would keep the pipe open
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_done(work, pipe.recv()))


def _done(work: Callable[[Any], Any], piece: Any) -> tuple[bool, Any]:
    try:
        return True, work(piece)
    except Exception as error:  # noqa: BLE001  it is raised again where the result is taken
        return False, _portable(error)


def _portable(error: Exception) -> Exception:
    """The exception, or its name where it cannot go through a pipe."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  it is our own
    except Exception:  # noqa: BLE001  whatever its class refuses
        return RuntimeError(type(error).__name__)
    return error
