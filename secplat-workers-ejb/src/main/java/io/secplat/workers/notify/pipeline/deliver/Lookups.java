package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.pipeline.limit.Gate;
import java.time.Duration;
import java.util.Optional;

/** Asks channels about attempts whose end nobody saw, and nothing while they asked for time. */
public record Lookups(Gate gate) {

    Lookup ask(Channel channel, Parcel parcel) throws InterruptedException {
        Duration rest = gate.rest(channel.name(), channel.recipient());
        if (!rest.isZero()) {
            return Lookup.Later.answered(Optional.of(rest));
        }
        Lookup lookup = channel.find(parcel);
        if (lookup instanceof Lookup.Later later && later.wish()) {
            later.after().ifPresent(time -> gate.close(channel.name(), channel.recipient(), time));
        }
        return lookup;
    }
}
