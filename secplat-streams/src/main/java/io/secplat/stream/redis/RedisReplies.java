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

    /** First words of errors of a server that is not, or no longer, the one to ask. */
    private static final List<String> WRONG_SERVER = List.of("MOVED", "ASK", "CLUSTERDOWN", "TRYAGAIN", "EXECABORT");

    /** Whether the server is well and only refused this command; a loading or read-only server is better left. */
    static boolean isAnswer(@Nullable Throwable failure) {
        return failure instanceof RedisCommandExecutionException
                && !(failure instanceof RedisLoadingException)
                && !(failure instanceof RedisReadOnlyException)
                && WRONG_SERVER.stream().noneMatch(word -> begins(failure, word));
    }

    /** Whether the group, or the stream while it was being read, is not there. */
    static boolean groupIsMissing(CourierUnavailableException failure) {
        return causeBegins(failure, "NOGROUP") || causeBegins(failure, "UNBLOCKED");
    }

    static boolean groupExists(CourierUnavailableException failure) {
        return causeBegins(failure, "BUSYGROUP");
    }

    private static boolean causeBegins(CourierUnavailableException failure, String word) {
        Throwable cause = failure.getCause();
        return cause != null && begins(cause, word);
    }

    private static boolean begins(Throwable failure, String word) {
        return failure.getMessage() != null && failure.getMessage().startsWith(word);
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
