package io.secplat.stream;

import java.util.ArrayList;
import java.util.List;

/** What the loop has to hear from those who work for it: messages that come back, and how it goes. Safe for several threads. */
final class News {

    private final List<Message> held = new ArrayList<>();
    private String trouble = "";
    private boolean good;

    /** These could not be worked on for this reason. */
    synchronized void held(List<Message> messages, String reason) {
        held.addAll(messages);
        trouble = reason;
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
