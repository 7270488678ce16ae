package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio's Messages resource. */
final class PretendTwilio implements PretendService {

    static final String NAME = "twilio";

    private static final Pattern MESSAGES = Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages\\.json");
    private static final Pattern NUMBER = Pattern.compile("(whatsapp:)?\\+[1-9]\\d{5,14}");
    private static final int LONGEST = 1600;

    private final MessageBook book;

    PretendTwilio(MessageBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean owns(String path) {
        return MESSAGES.matcher(path).matches();
    }

    @Override
    public Verdict judge(Call call) {
        Matcher path = MESSAGES.matcher(call.path());
        boolean asks = call.method().equals("GET");
        if (!path.matches() || !(asks || call.method().equals("POST"))) {
            return refused(405, 20004, "Method not allowed");
        }
        String account = path.group(1);
        if (!isAuthorised(call, account)) {
            return refused(401, 20003, "Authenticate");
        }
        return asks ? new Verdict.Answered(new TwilioAnswers(book, account).list(call)) : send(call, account);
    }

    private static Verdict send(Call call, String account) {
        Map<String, String> form = call.isForm() ? call.form() : Map.of();
        String to = form.getOrDefault("To", "");
        String body = form.getOrDefault("Body", "");
        if (to.isEmpty()) {
            return refused(400, 21604, "A 'To' phone number is required.");
        }
        if (!NUMBER.matcher(to).matches()) {
            return refused(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
        }
        if (form.getOrDefault("From", "").isEmpty() && !form.containsKey("MessagingServiceSid")) {
            return refused(400, 21603, "A 'From' phone number is required.");
        }
        if (body.isBlank()) {
            return refused(400, 21602, "Message body is required.");
        }
        if (body.length() > LONGEST) {
            return refused(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        Message message = new Message(to, body, Payload.object(form));
        return new Verdict.Accepted(message, received -> Answer.json(201, TwilioAnswers.message(received, account)));
    }

    private static boolean isAuthorised(Call call, String account) {
        String header = call.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return false;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 && parts[0].equals(account) && !parts[1].isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Verdict refused(int status, int code, String message) {
        return new Verdict.Answered(Answer.json(
                status,
                new JsonWriter()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status)
                        .build()));
    }
}
