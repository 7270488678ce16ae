package io.secplat.workers.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries one HTTP exchange with the API, bounded in time; follows no redirect and repeats nothing. */
@FunctionalInterface
public interface ApiTransport {

    /** @param body text to send, null for none; its type is among the headers */
    record Request(String method, String path, Map<String, String> headers, @Nullable String body) {
        /** Headers and body carry tokens and passwords. */
        @Override
        public String toString() {
            return "Request[" + method + " " + path + "]";
        }
    }

    /** @param link the Link header */
    record Reply(int status, Optional<String> retryAfter, Optional<String> link, String body) {

        /** An answer without a Link header. */
        public Reply(int status, Optional<String> retryAfter, String body) {
            this(status, retryAfter, Optional.empty(), body);
        }

        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    /** The answer of any status; IOException when there was none in time. */
    Reply exchange(Request request) throws IOException, InterruptedException;
}
