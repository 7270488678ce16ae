package io.secplat.workers.notify.channel;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel that recognises parcels, does as told, and keeps what it got. */
public final class FakeChannel implements Channel {

    private final ChannelName name;
    private final List<Parcel> asked = new CopyOnWriteArrayList<>();
    private final Map<Object, Parcel> accepted = new ConcurrentHashMap<>();
    private final List<Parcel> told = new CopyOnWriteArrayList<>();
    private volatile Function<Parcel, Optional<Delivery>> manner = parcel -> Optional.empty();
    private volatile Rate rate = new Rate(10_000, 10_000);
    private final List<Parcel> sought = new CopyOnWriteArrayList<>();
    private volatile boolean forgetful;
    private volatile Runnable meanwhile = () -> {};

    public FakeChannel(ChannelName name) {
        this.name = name;
    }

    /** Does this instead of accepting, where there is something. */
    public void does(Function<Parcel, Optional<Delivery>> instead) {
        manner = instead;
    }

    public void accepts() {
        manner = parcel -> Optional.empty();
    }

    public void rate(Rate value) {
        rate = value;
    }

    /** Cannot say what it accepted. */
    public void forgets() {
        forgetful = true;
    }

    /** Happens each time while it looks whether it accepted a parcel. */
    public void onFind(Runnable what) {
        meanwhile = what;
    }

    /** Every parcel that it was asked to bring. */
    public List<Parcel> asked() {
        return List.copyOf(asked);
    }

    /** Every parcel that it brought. */
    public List<Parcel> told() {
        return List.copyOf(told);
    }

    /** Every parcel that it was asked about. */
    public List<Parcel> sought() {
        return List.copyOf(sought);
    }

    public List<String> titles() {
        return told.stream()
                .map(parcel -> parcel.notice().told().orElseThrow().title())
                .toList();
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public String recipient() {
        return name.wire() + ":fake";
    }

    @Override
    public Rate rate() {
        return rate;
    }

    /** Accepts, and says what came of it in that way. */
    public Delivery accept(Parcel parcel, Delivery said) {
        told.add(parcel);
        accepted.put(parcel.key(), parcel);
        return said;
    }

    private static Delivery delivered(Parcel parcel) {
        return new Delivery.Delivered(reference(parcel));
    }

    /** What it calls the message that it made of a parcel. */
    public static JsonObject reference(Parcel parcel) {
        return Json.createObjectBuilder().add("ref", parcel.key().toString()).build();
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        asked.add(parcel);
        return manner.apply(parcel).orElseGet(() -> accept(parcel, delivered(parcel)));
    }

    @Override
    public Lookup find(Parcel parcel) {
        sought.add(parcel);
        meanwhile.run();
        if (forgetful) {
            return new Lookup.Unknowable();
        }
        return accepted.containsKey(parcel.key())
                ? new Lookup.Found(((Delivery.Delivered) delivered(parcel)).reference())
                : new Lookup.Absent();
    }
}
