package io.secplat.workers.scan;

import io.secplat.guard.HttpAnswer;
import java.io.IOException;

/** What came of asking a target for a page. */
public sealed interface Visit {

    /** It answered, with any status. */
    record Answered(HttpAnswer answer) implements Visit {

        /** Whether the answer is the page of an application and not the excuse of a broken server (5xx). */
        public boolean isMeaningful() {
            return answer.status() < 500;
        }
    }

    /**
     * It did not.
     *
     * @param reason for people
     */
    record Silent(String reason, IOException cause) implements Visit {}
}
