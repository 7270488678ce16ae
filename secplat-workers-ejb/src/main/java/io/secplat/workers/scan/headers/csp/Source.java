package io.secplat.workers.scan.headers.csp;

import java.util.Comparator;

/** One source of a directive while policies are laid over each other. */
final class Source {

    static final Comparator<Source> ORDER =
            Comparator.comparing((Source source) -> source.key).thenComparing(source -> source.text.length());

    private final String text;
    private final String key;
    private final int policy;
    private boolean kept;

    Source(String text, int policy, boolean kept) {
        this.text = text;
        this.key = SourceOrder.key(text);
        this.policy = policy;
        this.kept = kept;
    }

    String text() {
        return text;
    }

    boolean isKept() {
        return kept;
    }

    /** From now on it must be found in a later policy to stay. */
    void doubt() {
        kept = false;
    }

    /** Compares with the source before it in sorted order: longer ones of the same policy add nothing, equals of two policies stay. */
    void after(Source before) throws MalformedPolicyException {
        if (policy == before.policy) {
            kept = kept && !text.startsWith(before.text);
        } else if (PathMatch.matches(before.text, text)) {
            kept = true;
        }
    }
}
