package io.secplat.api.queue;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.admin.CurrentOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Dead letters for the operators of a server, by way of the same desk as the API. */
record DeadLetterConsole(DeadLetterDesk desk, IdSource ids) implements DeadLettersMXBean {

    private static final int MOST = 200;

    @Override
    public List<String> listDeadLetters(String stream, int max) {
        if (max < 1 || max > MOST) {
            throw new IllegalArgumentException("max must be 1 to " + MOST + ", was " + max);
        }
        StreamName known = known(stream);
        return desk.page(known, max, Optional.empty()).stream()
                .map(letter -> new DeadLetterItem(known, letter).json().toString())
                .toList();
    }

    @Override
    public String replayDeadLetters(String stream, String id) {
        StreamName known = known(stream);
        if (id.equals("all")) {
            return desk.replayAll(known, caller()).count() + " replayed.";
        }
        DeadLetterDesk.Replayed replayed = desk.replay(known, List.of(shaped(id)), caller());
        return replayed.count() + " replayed, " + replayed.missing().size() + " not there.";
    }

    @Override
    public String discardDeadLetter(String stream, String id) {
        try {
            desk.discard(known(stream), shaped(id), caller());
        } catch (ProblemException e) {
            throw new IllegalArgumentException("there is no dead letter " + id, e);
        }
        return id + " is discarded.";
    }

    private Caller caller() {
        return new Caller(CurrentOperator.name(), AccessRole.ADMIN, ids.next().toString());
    }

    private static StreamName known(String stream) {
        return StreamName.of(stream)
                .orElseThrow(() -> new IllegalArgumentException("there is no stream " + stream + "; there are "
                        + Arrays.stream(StreamName.values())
                                .map(StreamName::wire)
                                .collect(Collectors.joining(", "))));
    }

    private static String shaped(String id) {
        return DeadLetterId.of(id)
                .orElseThrow(() -> new IllegalArgumentException(id + " is not the id of a dead letter"));
    }
}
