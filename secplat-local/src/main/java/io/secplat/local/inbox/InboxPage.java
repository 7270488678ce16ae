package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import io.secplat.local.http.Answer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page for people: a column for each service, where something happened last on top; loads itself again every five seconds. */
final class InboxPage {

    private static final int SHOWN = 200;
    private static final Map<String, String> TITLES = titles();

    private InboxPage() {}

    static Answer of(List<Received> messages, Map<String, String> query) {
        PageChoice choice = PageChoice.of(query, TITLES);
        List<String> columns = choice.service().map(List::of).orElseGet(() -> List.copyOf(TITLES.keySet()));
        Map<String, List<Card>> cards = cards(messages);
        String shown = columns.stream()
                .map(service -> column(service, cards.getOrDefault(service, List.of())))
                .collect(Collectors.joining("\n"));
        return Answer.html(200, PageFrame.around(choice, messages.size(), links(choice), shown, sent(messages)))
                .with("Content-Security-Policy", PageFrame.POLICY)
                .with("Cache-Control", "no-store");
    }

    private static Map<String, List<Card>> cards(List<Received> messages) {
        return Map.of(
                PretendSlack.NAME, new SlackView(new SlackRoom(messages)).cards(),
                PretendTwilio.NAME, new PhoneView(messages).cards(),
                PretendJira.NAME, new JiraView(new JiraBoard(messages)).cards());
    }

    private static String column(String service, List<Card> cards) {
        String shown = cards.stream()
                .sorted(Comparator.comparingLong(Card::last).reversed())
                .limit(SHOWN)
                .map(Card::article)
                .collect(Collectors.joining("\n"));
        return "<section><h2>" + escaped(TITLES.getOrDefault(service, service)) + "</h2>"
                + (shown.isEmpty() ? "<p class=\"context\">Nothing has arrived yet.</p>" : shown) + "</section>";
    }

    private static String links(PageChoice choice) {
        return link(choice, Optional.empty(), "All")
                + TITLES.entrySet().stream()
                        .map(service -> link(choice, Optional.of(service.getKey()), service.getValue()))
                        .collect(Collectors.joining());
    }

    private static String link(PageChoice choice, Optional<String> service, String name) {
        String here = choice.service().equals(service) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + choice.address(service) + "\"" + here + ">" + escaped(name) + "</a>";
    }

    /** The newest requests as they came. */
    private static String sent(List<Received> messages) {
        return messages.stream()
                .skip(Math.max(0, messages.size() - SHOWN))
                .sorted(Comparator.comparingLong(Received::id).reversed())
                .map(one -> "<li id=\"m" + one.id() + "\">#" + one.id() + " " + escaped(one.service()) + " <code>"
                        + escaped(one.body().toString()) + "</code></li>")
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(PretendSlack.NAME, "Slack");
        titles.put(PretendTwilio.NAME, "WhatsApp and SMS");
        titles.put(PretendJira.NAME, "Jira");
        return titles;
    }
}
