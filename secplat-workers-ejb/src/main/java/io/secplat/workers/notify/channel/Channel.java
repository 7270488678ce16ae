package io.secplat.workers.notify.channel;

/** One way to reach people, with one recipient. Safe for several threads. */
public interface Channel {

    ChannelName name();

    /** Who is reached, masked, for example {@code slack:webhook}; never a URL, number or token in full. */
    String recipient();

    /** How fast it may be told things. */
    Rate rate();

    /** Tries once, within seconds. Tells failures as values; throws nothing but InterruptedException. */
    Delivery deliver(Parcel parcel) throws InterruptedException;

    /** Whether an attempt whose end nobody saw was accepted. Tells failures as values, within seconds. */
    Lookup find(Parcel parcel) throws InterruptedException;
}
