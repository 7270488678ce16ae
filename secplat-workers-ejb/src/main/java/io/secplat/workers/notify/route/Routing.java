package io.secplat.workers.notify.route;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a letter goes: one leg for each configured channel that was asked for or that the plan decided about. */
public record Routing(List<Leg> legs) {

    /** None of the channels asked for is configured. */
    static final Routing NOWHERE = new Routing(List.of());

    /** What is decided about one channel. */
    public sealed interface Leg {

        Channel channel();
    }

    /**
     * It is told.
     *
     * @param route the name of the route that chose it; empty when the letter itself named it, or without a plan
     */
    public record Told(Channel channel, Optional<String> route) implements Leg {}

    /**
     * It is never told of this letter.
     *
     * @param by the name of the quiet hours that keep it silent; empty when no route chose it
     * @param route as of one that is told
     */
    public record Silent(Channel channel, Suppression why, String by, Optional<String> route) implements Leg {}

    public Routing {
        legs = List.copyOf(legs);
    }

    /** Whether the letter must go to the dead letters; one that is only kept silent must not. */
    public boolean isNowhere() {
        return legs.isEmpty();
    }

    /** What is decided about the other channels. */
    public Routing without(Predicate<ChannelName> some) {
        return new Routing(
                legs.stream().filter(leg -> !some.test(leg.channel().name())).toList());
    }

    public List<Told> told() {
        return legs.stream()
                .filter(Told.class::isInstance)
                .map(Told.class::cast)
                .toList();
    }

    public List<Silent> silent() {
        return legs.stream()
                .filter(Silent.class::isInstance)
                .map(Silent.class::cast)
                .toList();
    }
}
