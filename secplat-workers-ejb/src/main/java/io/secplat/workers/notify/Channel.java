package io.secplat.workers.notify;

/** One way to reach people. Safe for several threads. */
public interface Channel {

    ChannelName name();

    /** Who is reached, masked, for example {@code slack:webhook}; never a URL, number or token in full. */
    String recipient();

    /** Tries once, within seconds. Tells failures as values; throws nothing but InterruptedException. */
    Delivery deliver(Notice notice) throws InterruptedException;
}
