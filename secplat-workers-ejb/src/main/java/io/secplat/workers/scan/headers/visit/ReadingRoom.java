package io.secplat.workers.scan.headers.visit;

import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Page;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * Has pages read one after the other, however many scans run: a page that was written to hurt takes two hundred times its bytes
 * while it is read, and next to nothing afterwards.
 */
final class ReadingRoom {

    private final BiFunction<HeaderFields, String, Page> reader;
    private final ReentrantLock seat = new ReentrantLock();

    ReadingRoom(BiFunction<HeaderFields, String, Page> reader) {
        this.reader = reader;
    }

    Page read(HeaderFields headers, String body) throws InterruptedException {
        seat.lockInterruptibly();
        try {
            return reader.apply(headers, body);
        } finally {
            seat.unlock();
        }
    }
}
