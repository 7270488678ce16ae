package io.secplat.contracts.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of {@code tracestate}: a comma list of at most {@value #MOST_MEMBERS} members {@code key=value}. */
final class TraceState {

    /** More need not be carried along, by the standard. */
    static final int LONGEST = 512;

    static final int MOST_MEMBERS = 32;

    private static final Pattern MEMBER = Pattern.compile(
            "[a-z0-9][a-z0-9_*/@-]{0,255}=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]");

    private TraceState() {}

    /** The text without empty members; nothing when it is malformed or too long. */
    static Optional<String> accepted(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> members = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
        boolean wellFormed = !members.isEmpty()
                && members.size() <= MOST_MEMBERS
                && members.stream().allMatch(member -> MEMBER.matcher(member).matches());
        return wellFormed ? Optional.of(String.join(",", members)) : Optional.empty();
    }
}
