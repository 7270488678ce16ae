package io.secplat.api.inbound;

import io.secplat.api.alerts.Alerts;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.runtime.Journal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what people reply by WhatsApp: {@code ack <asset key>} from a number that alerts go to acknowledges, each message once.
 * Everything else has no effect.
 */
final class WhatsappDesk {

    private static final Pattern ACK = Pattern.compile("\\s*ack\\s+(\\S{1,128})\\s*", Pattern.CASE_INSENSITIVE);
    private static final int SHOWN_START = 3;
    private static final int SHOWN_END = 4;

    private final Set<String> numbers;
    private final Alerts alerts;
    private final TakenRequests taken;
    private final Journal journal;

    /** @param alertTo the numbers that alerts go to, with commas between them, with or without {@code whatsapp:} */
    WhatsappDesk(String alertTo, Alerts alerts, TakenRequests taken, Journal journal) {
        this.numbers = Arrays.stream(alertTo.split(",", -1))
                .map(WhatsappDesk::number)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.alerts = alerts;
        this.taken = taken;
        this.journal = journal;
    }

    /** Takes a message that is known to come from Twilio. */
    void take(Map<String, String> form, String signature, String requestId) {
        String from = number(form.getOrDefault("From", ""));
        Matcher reply = ACK.matcher(form.getOrDefault("Body", ""));
        if (numbers.contains(from) && reply.matches()) {
            Caller caller = new Caller("whatsapp:" + masked(from), AccessRole.ANALYST, requestId);
            String key = Optional.ofNullable(form.get("MessageSid")).orElse(signature);
            boolean unused = taken.once("whatsapp:" + key, () -> acknowledge(reply.group(1), caller));
        }
    }

    /** Telephones like to begin with a capital letter, so a key that is not known is tried in small letters too. */
    private void acknowledge(String assetKey, Caller caller) {
        Acknowledgement asWritten = Acknowledgement.of(List.of(assetKey), alerts, caller);
        String small = assetKey.toLowerCase(Locale.ROOT);
        Acknowledgement outcome = asWritten.done().isEmpty() && !small.equals(assetKey)
                ? Acknowledgement.of(List.of(small), alerts, caller)
                : asWritten;
        journal.info("inbound.whatsapp", outcome.done().isEmpty() ? "not_acknowledged" : "acknowledged", Map.of());
    }

    private static String number(String text) {
        return text.strip().replaceFirst("^(?i)whatsapp:", "").replaceAll("[\\s()-]", "");
    }

    /** For example {@code +49…4711}. */
    private static String masked(String number) {
        return number.length() <= SHOWN_START + SHOWN_END
                ? "…"
                : number.substring(0, SHOWN_START) + "…" + number.substring(number.length() - SHOWN_END);
    }
}
