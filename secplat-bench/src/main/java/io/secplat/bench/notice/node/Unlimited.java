package io.secplat.bench.notice.node;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;

/** A channel that takes as much as it gets, faster than any setting allows: so that only the notifier limits itself. */
record Unlimited(Channel real) implements Channel {

    private static final Rate RATE = new Rate(1_000_000, 1_000_000);

    @Override
    public ChannelName name() {
        return real.name();
    }

    @Override
    public String recipient() {
        return real.recipient();
    }

    @Override
    public Rate rate() {
        return RATE;
    }

    @Override
    public Delivery deliver(Parcel parcel) throws InterruptedException {
        return real.deliver(parcel);
    }

    @Override
    public Lookup find(Parcel parcel) throws InterruptedException {
        return real.find(parcel);
    }
}
