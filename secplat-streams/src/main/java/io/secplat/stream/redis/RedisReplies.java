package io.secplat.stream.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.secplat.stream.CourierUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what Redis answers: errors by their first word, and lists of names and values. */
final class RedisReplies {

    private RedisReplies() {}

    /** Whether the server is well and only refused this command; a loading or read-only server is better left. */
    static boolean isAnswer(@Nullable Throwable failure) {
        return failure instanceof RedisCommandExecutionException
                && !(failure instanceof RedisLoadingException)
                && !(failure instanceof RedisReadOnlyException);
    }

    /** Whether the group, or the stream while it was being read, is not there. */
    static boolean groupIsMissing(CourierUnavailableException failure) {
        return begins(failure, "NOGROUP") || begins(failure, "UNBLOCKED");
    }

    static boolean groupExists(CourierUnavailableException failure) {
        return begins(failure, "BUSYGROUP");
    }

    private static boolean begins(CourierUnavailableException failure, String word) {
        Throwable cause = failure.getCause();
        return cause != null && cause.getMessage() != null && cause.getMessage().startsWith(word);
    }

    /** A flat list of names and values as a map; values may be null. */
    static Map<String, @Nullable Object> members(Object reply) {
        List<?> flat = (List<?>) reply;
        Map<String, @Nullable Object> members = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            members.put(String.valueOf(flat.get(i)), flat.get(i + 1));
        }
        return members;
    }
}
