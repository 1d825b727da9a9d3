"""Pieces of a long list, the next of them read while this one is worked on."""

from queue import Queue
from threading import Event, Thread

PIECES = 2  # that wait at most
END = object()


def ahead(pieces):
    """The pieces in their order. The first is taken here, so that the question is asked by whoever owns the connection;
    a second thread takes the others, for most of that time it only waits for the server.

    An error of the second thread is raised here, after the pieces before it. Whoever stops early leaves no thread.
    """
    pieces = iter(pieces)
    for first in pieces:
        yield first
        break
    else:
        return
    waiting, stopped, failed = Queue(PIECES), Event(), []

    def take():
        try:
            for piece in pieces:
                waiting.put(piece)
                if stopped.is_set():
                    break
        except Exception as error:
            failed.append(error)
        finally:
            waiting.put(END)

    worker = Thread(target=take)
    worker.start()
    rest = iter(waiting.get, END)
    try:
        yield from rest
    finally:
        stopped.set()
        for _ in rest:
            pass
        worker.join()
    if failed:
        raise failed[0]
