package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import java.util.Collection;
import java.util.List;

/** What went to telephones as HTML: a bubble for each message. */
record PhoneView(Collection<Received> received) {

    private static final String WHATSAPP = "whatsapp:";

    List<Card> cards() {
        return received.stream()
                .filter(one -> one.service().equals(PretendTwilio.NAME))
                .map(one -> new Card(one.id(), "twilio", html(one)))
                .toList();
    }

    private static String html(Received one) {
        boolean whatsapp = one.recipient().startsWith(WHATSAPP);
        String number = whatsapp ? one.recipient().substring(WHATSAPP.length()) : one.recipient();
        String bubble = "<div class=\"bubble " + (whatsapp ? "green" : "blue") + "\">" + escaped(one.text()) + "</div>";
        return Card.head(whatsapp ? "WhatsApp" : "SMS", "to " + number, one.at())
                + bubble
                + (whatsapp ? "" : "<p class=\"context\">" + segments(SmsLength.segments(one.text())) + "</p>");
    }

    private static String segments(int count) {
        return count == 1 ? "1 segment" : count + " segments";
    }
}
