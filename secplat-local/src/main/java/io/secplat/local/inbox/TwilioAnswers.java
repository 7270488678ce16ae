package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What Twilio tells of the messages of an account. */
record TwilioAnswers(MessageBook book, String account) {

    private static final int MOST_LISTED = 1000;

    /** The messages from one to the other, newest first, on one page. */
    Answer list(Call call) {
        Map<String, String> query = call.query();
        JsonArrayBuilder messages = Json.createArrayBuilder();
        book.since(0).stream()
                .filter(one -> one.service().equals(PretendTwilio.NAME)
                        && one.recipient().equals(query.getOrDefault("To", one.recipient()))
                        && from(one).equals(query.getOrDefault("From", from(one))))
                .sorted(Comparator.comparingLong(Received::id).reversed())
                .limit(MOST_LISTED)
                .forEach(one -> messages.add(message(one, account)));
        return Answer.json(
                200,
                new JsonWriter()
                        .put("messages", messages.build())
                        .put("page", 0)
                        .put("page_size", MOST_LISTED)
                        .put("uri", call.path())
                        .put("first_page_uri", call.path())
                        .put("next_page_uri", (String) null)
                        .build());
    }

    private static String from(Received received) {
        return Payload.text(received.body(), "From");
    }

    static JsonObject message(Received received, String account) {
        String sid = "SM" + String.format(Locale.ROOT, "%032x", received.id());
        String at = DateTimeFormatter.RFC_1123_DATE_TIME.format(received.at().atOffset(ZoneOffset.UTC));
        return new JsonWriter()
                .put("sid", sid)
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("body", received.text())
                .put("to", received.recipient())
                .put("from", from(received))
                .put("status", "queued")
                .put("direction", "outbound-api")
                .put("num_segments", Integer.toString(SmsLength.segments(received.text())))
                .put("num_media", "0")
                .put("date_created", at)
                .put("date_updated", at)
                .put("date_sent", (String) null)
                .put("error_code", (Integer) null)
                .put("error_message", (String) null)
                .put("uri", "/2010-04-01/Accounts/" + account + "/Messages/" + sid + ".json")
                .build();
    }
}
