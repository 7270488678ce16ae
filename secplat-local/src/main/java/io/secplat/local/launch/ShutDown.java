package io.secplat.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Stops parts: the servers first, so that they can finish their work while their stores still answer. */
record ShutDown(LocalPlatform platform) {

    void stop(Collection<Part> parts) {
        for (Part.Kind kind : List.of(Part.Kind.SERVER, Part.Kind.HELPER, Part.Kind.STORE)) {
            List<Thread> threads = parts.stream()
                    .filter(part -> part.kind() == kind)
                    .map(part -> new Thread(() -> stop(part), "stop-" + part.title()))
                    .toList();
            threads.forEach(Thread::start);
            threads.forEach(ShutDown::await);
        }
    }

    private void stop(Part part) {
        try {
            platform.stop(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
