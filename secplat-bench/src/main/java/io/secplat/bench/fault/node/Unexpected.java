package io.secplat.bench.fault.node;

/** A failure that no fault excuses. */
public final class Unexpected {

    /** How such a line begins. */
    public static final String MARK = "unexpected ";

    private Unexpected() {}

    static String of(String where, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return MARK + where + " " + root.getClass().getSimpleName() + " "
                + String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    }
}
