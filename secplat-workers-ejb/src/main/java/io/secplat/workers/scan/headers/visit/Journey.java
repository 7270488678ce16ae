package io.secplat.workers.scan.headers.visit;

import io.secplat.guard.HttpAnswer;
import io.secplat.guard.TargetUrl;
import java.util.List;
import java.util.Optional;

/** What came of following a site's redirects. */
sealed interface Journey {

    /**
     * It ended at an answer.
     *
     * @param steps every answer on the way, the last one at the end; at least one
     * @param barred where the last one leads, when the guard does not let us go there
     */
    record Arrived(List<HttpAnswer> steps, Optional<TargetUrl> barred) implements Journey {

        public Arrived {
            steps = List.copyOf(steps);
        }

        HttpAnswer last() {
            return steps.get(steps.size() - 1);
        }
    }

    /**
     * It ended at a host that does not answer.
     *
     * @param reason for people
     */
    record Lost(String reason) implements Journey {}
}
