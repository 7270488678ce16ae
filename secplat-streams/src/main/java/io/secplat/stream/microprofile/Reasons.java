package io.secplat.stream.microprofile;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reason codes as label values: what follows a colon comes from messages and is cut off, what is no code, and every code
 * beyond the first {@value #MOST}, counts as {@value #OTHER}.
 */
final class Reasons {

    static final int MOST = 64;
    static final String OTHER = "other";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String label(String reason) {
        int colon = reason.indexOf(':');
        String code = colon < 0 ? reason : reason.substring(0, colon);
        return CODE.matcher(code).matches() && isKnown(code) ? code : OTHER;
    }

    private synchronized boolean isKnown(String code) {
        return known.contains(code) || (known.size() < MOST && known.add(code));
    }
}
