package io.secplat.api.outbox;

/** Runs a relay turn by turn. */
public final class RelayTurns {

    private RelayTurns() {}

    /** One turn; true when there may be more rows. */
    public static boolean more(OutboxRelay relay) {
        return relay.turn();
    }
}
