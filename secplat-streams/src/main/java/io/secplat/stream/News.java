package io.secplat.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the loop has to hear from those who work for it: messages that come back, and how it goes. Safe for several threads. */
final class News {

    private final List<Message> held = new ArrayList<>();
    private final Map<Message, Instant> postponed = new LinkedHashMap<>();
    private String trouble = "";
    private boolean good;

    /** These could not be worked on for this reason. */
    synchronized void held(List<Message> messages, String reason) {
        held.addAll(messages);
        trouble = reason;
    }

    /** This one is to come again then. */
    synchronized void postponed(Message message, Instant due) {
        postponed.put(message, due);
    }

    /** Those that are to come again, and when, since the last call. */
    synchronized Map<Message, Instant> takePostponed() {
        Map<Message, Instant> taken = new LinkedHashMap<>(postponed);
        postponed.clear();
        return taken;
    }

    /** Something else is in the way. */
    synchronized void trouble(String reason) {
        trouble = reason;
    }

    /** Something went well. */
    synchronized void good() {
        good = true;
    }

    /** The messages that came back since, in their order. */
    synchronized List<Message> takeHeld() {
        List<Message> back = List.copyOf(held);
        held.clear();
        return back;
    }

    /** The last reason to pause since; empty text without one. */
    synchronized String takeTrouble() {
        String reason = trouble;
        trouble = "";
        return reason;
    }

    /** Whether something went well since. */
    synchronized boolean takeGood() {
        boolean was = good;
        good = false;
        return was;
    }
}
