package io.secplat.workers.scan.headers.csp;

import io.secplat.workers.scan.headers.seen.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the policies of a page as the MDN HTTP Observatory does: directives without regard to case, a directive that comes
 * twice in one policy is an error (so that people notice it), and of several policies only the sources that all name are left.
 */
public final class CspReader {

    /** A policy of fewer characters says nothing. */
    static final int SHORTEST = 6;

    private static final Set<String> NOT_IN_META = Set.of("frame-ancestors", "report-uri", "sandbox");

    private CspReader() {}

    /** What the policies allow together; empty when one of them cannot be read. No policies are {@link Csp#NONE}. */
    public static Optional<Csp> read(List<String> policies) {
        PolicyOverlay overlay = new PolicyOverlay(policies.size() > 1);
        try {
            for (String policy : clean(policies)) {
                overlay.add(policy);
            }
            return Optional.of(overlay.result());
        } catch (MalformedPolicyException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read} for {@code meta} elements, in which some directives do not count (HTML, "pragma directives"). */
    public static Optional<Csp> readMeta(List<String> policies) {
        return read(policies).map(csp -> csp.without(NOT_IN_META));
    }

    private static List<String> clean(List<String> policies) throws MalformedPolicyException {
        List<String> clean = policies.stream()
                .map(policy -> Text.trimmed(policy.replaceAll("[\r\n]", "")))
                .toList();
        if (clean.stream().anyMatch(policy -> policy.length() < SHORTEST)) {
            throw new MalformedPolicyException("too short");
        }
        return clean;
    }
}
