package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The whole site of the inbox: services to send to, {@code /messages} to read, a page for people, faults for tests. */
public final class Inbox implements Function<Call, Answer> {

    private final List<PretendService> services;
    private final Faults faults = new Faults();
    private final MessageBook book;

    public Inbox(MessageBook book) {
        this.book = book;
        this.services =
                List.of(new PretendSlack(book), new PretendTwilio(book), new PretendJira(book), new PretendGrafana());
    }

    @Override
    public Answer apply(Call call) {
        Optional<PretendService> service =
                services.stream().filter(one -> one.owns(call.path())).findFirst();
        return service.map(one -> receive(one, call)).orElseGet(() -> read(call));
    }

    private Answer receive(PretendService service, Call call) {
        return faults.due(service.name()).orElseGet(() -> {
            Verdict verdict = service.judge(call);
            if (verdict instanceof Verdict.Accepted accepted) {
                return accepted.answer().apply(book.add(service.name(), accepted.message()));
            }
            return ((Verdict.Answered) verdict).answer();
        });
    }

    private Answer read(Call call) {
        if (call.is("POST", "/faults")) {
            return Payload.object(call.text()).map(faults::plan).orElse(Answer.text(400, "no JSON object\n"));
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return Answer.notFound();
        }
        return switch (call.path()) {
            case "/" -> InboxPage.of(book.since(0), call.query());
            case "/messages" -> messages(call.query().getOrDefault("since", "0"));
            case "/health" -> Answer.text(200, "ok\n");
            default -> Answer.notFound();
        };
    }

    private Answer messages(String since) {
        if (!since.matches("\\d{1,18}")) {
            return Answer.text(422, "since must be the id of a message\n");
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        book.since(Long.parseLong(since)).forEach(message -> array.add(message.json()));
        return Answer.json(200, array.build());
    }
}
