package io.secplat.bench.notice;

import java.util.List;
import java.util.Map;

/** Stands in for a service: takes what notifiers tell and keeps it. */
interface StandIn extends AutoCloseable {

    Service service();

    /** Where it listens, how it feels, and which calls came. */
    Host host();

    /** What a notifier is set to so that it tells this one. */
    Map<String, String> settings();

    /** What it accepted, in that order. */
    List<Post> posts();

    /** How much it accepted. */
    int size();

    /** Forgets everything. */
    void clear();

    @Override
    void close();
}
