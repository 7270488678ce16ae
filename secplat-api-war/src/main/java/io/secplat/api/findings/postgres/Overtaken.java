package io.secplat.api.findings.postgres;

import io.secplat.api.postgres.Database;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Thrown out of a transaction that somebody else's came before, so that what it had read is no longer so. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_TURNS = 20;

    Overtaken(String what) {
        super(what, null, false, false);
    }

    /** Works in a transaction, and again from the start when it was overtaken: each time somebody else has got further. */
    static <T> T notTwice(Database database, Function<Handle, T> work) {
        for (int turn = 1; ; turn++) {
            try {
                return database.inTransaction(work);
            } catch (Overtaken e) {
                if (turn == MOST_TURNS) {
                    throw new IllegalStateException("overtaken " + turn + " times", e);
                }
            }
        }
    }
}
