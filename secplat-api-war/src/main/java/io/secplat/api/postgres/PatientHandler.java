package io.secplat.api.postgres;

import io.secplat.stream.BatchHandler;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leaves messages pending while Postgres is away, which is not their fault. */
public record PatientHandler(BatchHandler handler) implements BatchHandler {

    @Override
    public Map<String, Outcome> handle(List<Message> messages) throws InterruptedException {
        try {
            return handler.handle(messages);
        } catch (DatabaseUnavailableException e) {
            return messages.stream()
                    .collect(Collectors.toMap(Message::id, message -> new Outcome.Hold("database_unavailable")));
        }
    }
}
