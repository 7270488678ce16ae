package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import io.secplat.local.http.Answer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page for people: a column for each service, where something happened last on top; loads itself again every five seconds. */
final class InboxPage {

    private static final int SHOWN = 200;
    private static final Map<String, String> TITLES = titles();

    private InboxPage() {}

    /** @param wanted the one service to show; all for any other text */
    static Answer of(List<Received> messages, String wanted) {
        List<String> services = TITLES.keySet().stream().filter(wanted::equals).toList();
        List<String> columns = services.isEmpty() ? List.copyOf(TITLES.keySet()) : services;
        Map<String, List<Card>> cards = cards(messages);
        String shown = columns.stream()
                .map(service -> column(service, cards.getOrDefault(service, List.of())))
                .collect(Collectors.joining("\n"));
        return Answer.html(200, PageFrame.around(messages.size(), links(services), shown, sent(messages)))
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

    private static String links(List<String> chosen) {
        String all = link("/", "All", chosen.isEmpty());
        return all
                + TITLES.entrySet().stream()
                        .map(service -> link(
                                "/?service=" + service.getKey(), service.getValue(), chosen.contains(service.getKey())))
                        .collect(Collectors.joining());
    }

    private static String link(String target, String name, boolean here) {
        return "<a href=\"" + target + "\"" + (here ? " aria-current=\"page\"" : "") + ">" + escaped(name) + "</a>";
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
