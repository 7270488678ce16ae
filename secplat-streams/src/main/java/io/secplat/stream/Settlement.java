package io.secplat.stream;

import java.util.List;
import java.util.Map;

/** What has to be stored to settle one entry; without copies and dead letters a plain acknowledgement. */
record Settlement(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {

    boolean isPlain() {
        return copies.isEmpty() && deadLetters.isEmpty();
    }
}
