package io.secplat.stream.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.CourierUnavailableException.Reason;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads what Redis answers: errors by their first word, and lists of names and values. */
final class RedisReplies {

    private RedisReplies() {}

    /** First words of errors of a server that is not, or no longer, the one to ask. */
    private static final List<String> WRONG_SERVER = List.of("MOVED", "ASK", "CLUSTERDOWN", "TRYAGAIN", "EXECABORT");

    /** First words of errors of a server that wants another password, in the words of Redis 5 to 8. */
    private static final List<String> WRONG_PASSWORD =
            List.of("WRONGPASS", "NOAUTH", "ERR AUTH", "ERR invalid password");

    private static final int LONGEST_CHAIN = 20;

    /** Whether the server is well and only refused this command; a loading or read-only server is better left. */
    static boolean isAnswer(@Nullable Throwable failure) {
        return failure instanceof RedisCommandExecutionException
                && !(failure instanceof RedisLoadingException)
                && !(failure instanceof RedisReadOnlyException)
                && WRONG_SERVER.stream().noneMatch(word -> begins(failure, word));
    }

    /** The failure with its reason, which may lie several causes deep: a connection fails for what its handshake met. */
    static CourierUnavailableException unavailable(Throwable failure) {
        return new CourierUnavailableException(reason(failure), failure);
    }

    private static Reason reason(Throwable failure) {
        for (Throwable cause : chain(failure)) {
            if (WRONG_PASSWORD.stream().anyMatch(word -> begins(cause, word))) {
                return Reason.PASSWORD_REFUSED;
            }
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return Reason.CERTIFICATE_REFUSED;
            }
            if (cause instanceof CourierUnavailableException known) {
                return known.reason();
            }
        }
        return Reason.AWAY;
    }

    /** The failure, its causes, and what was set aside on the way: of several sentinels each may refuse for another reason. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> found = new ArrayList<>(List.of(failure));
        for (int n = 0; n < found.size() && n < LONGEST_CHAIN; n++) {
            Throwable one = found.get(n);
            Stream.concat(Stream.ofNullable(one.getCause()), Arrays.stream(one.getSuppressed()))
                    .filter(next -> !found.contains(next))
                    .forEach(found::add);
        }
        return found;
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
