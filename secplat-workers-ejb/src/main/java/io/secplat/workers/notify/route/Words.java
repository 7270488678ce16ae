package io.secplat.workers.notify.route;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads the single words of a plan. */
final class Words {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}";

    private Words() {}

    static String name(Node node) {
        String name = node.text();
        if (!name.matches(NAME)) {
            throw node.not(
                    "is no name; it has 1 to 64 letters, digits, spaces and . _ - and begins with a letter or digit");
        }
        return name;
    }

    static ChannelName channel(Node node) {
        return ChannelName.of(node.text()).orElseThrow(() -> node.not("is no channel; channels are " + channels()));
    }

    static Severity severity(Node node) {
        return Severity.of(node.text()).orElseThrow(() -> node.not("is no severity; severities are " + severities()));
    }

    static KindPattern kind(Node node) {
        String text = node.text();
        if (!KindPattern.isValid(text)) {
            throw node.not("is no kind; it has 1 to 64 letters, digits and . _ - and may end with one *");
        }
        return new KindPattern(text);
    }

    static Glob glob(Node node) {
        String text = node.text();
        if (!Glob.isValid(text)) {
            throw node.not("is no pattern of asset keys; it has 1 to 128 letters, digits and . _ : - * ?");
        }
        return new Glob(text);
    }

    /** A tag or an environment: free text, as the inventory has it. */
    static String label(Node node) {
        String text = node.text();
        if (text.isBlank() || text.length() > PlanLimits.TEXT) {
            throw node.wrong("must have 1 to " + PlanLimits.TEXT + " characters");
        }
        return text;
    }

    private static String channels() {
        return Arrays.stream(ChannelName.values()).map(ChannelName::wire).collect(Collectors.joining(", "));
    }

    private static String severities() {
        return Arrays.stream(Severity.values()).map(Severity::wire).collect(Collectors.joining(", "));
    }
}
