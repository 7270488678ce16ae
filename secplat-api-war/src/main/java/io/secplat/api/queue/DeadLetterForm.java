package io.secplat.api.queue;

import io.secplat.api.request.Body;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.event.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which dead letters a call means. */
final class DeadLetterForm {

    private static final int MOST = 500;
    private static final String NAMES =
            Arrays.stream(StreamName.values()).map(StreamName::wire).collect(Collectors.joining(", "));

    private DeadLetterForm() {}

    /** The stream without {@code .dlq}. */
    static StreamName stream(QueryValues query) {
        Optional<StreamName> stream = query.choice("stream", StreamName::of, "one of " + NAMES);
        if (query.text("stream").isEmpty()) {
            query.violation("stream", "missing", "stream is required");
        }
        return stream.orElse(StreamName.SCAN);
    }

    static StreamName stream(Body body) {
        return body.requiredChoice("stream", StreamName::of, "one of " + NAMES, StreamName.SCAN);
    }

    static Optional<String> id(QueryValues query) {
        if (query.text("id").isEmpty()) {
            query.violation("id", "missing", "id is required");
        }
        return query.choice("id", DeadLetterId::of, "the id of a dead letter");
    }

    /** The ids; empty when all are meant. */
    static Optional<List<String>> ids(Body body) {
        Optional<List<String>> ids = body.texts("ids");
        boolean all = body.bool("all").orElse(false);
        if (all == ids.isPresent()) {
            body.violation("ids", "value_error", "either ids or all:true is required");
        }
        ids.filter(list -> list.isEmpty() || list.size() > MOST)
                .ifPresent(list -> body.violation("ids", "too_long", "ids: 1 to " + MOST));
        ids.filter(list -> list.stream().anyMatch(id -> DeadLetterId.of(id).isEmpty()))
                .ifPresent(list -> body.violation("ids", "value_error", "ids: not the id of a dead letter"));
        return all ? Optional.empty() : ids;
    }
}
