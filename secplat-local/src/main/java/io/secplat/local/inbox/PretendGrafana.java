package io.secplat.local.inbox;

import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The webhook of a contact point of Grafana: takes notifications of alert rules that fire or are over. */
final class PretendGrafana implements PretendService {

    static final String NAME = "grafana";

    private static final String PATH = "/alerts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public Verdict judge(Call call) {
        if (!call.is("POST", PATH)) {
            return new Verdict.Answered(Answer.text(405, "POST alone\n"));
        }
        Optional<JsonObject> notification =
                Payload.object(call.text()).filter(object -> Payload.hasItems(object, "alerts"));
        return notification
                .<Verdict>map(object -> new Verdict.Accepted(
                        new Message(Payload.text(object, "receiver"), Payload.text(object, "title"), object),
                        received -> Answer.text(200, "ok\n")))
                .orElseGet(() -> new Verdict.Answered(Answer.text(400, "no JSON object with alerts\n")));
    }
}
