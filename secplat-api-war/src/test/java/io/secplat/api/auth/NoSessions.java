package io.secplat.api.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Remembers nobody. */
class NoSessions implements Sessions {

    @Override
    public void begin(User user, UUID family, RefreshToken first, Client client) {}

    @Override
    public Optional<Rotated> rotate(String usedHash, RefreshToken successor, Client client) {
        return Optional.empty();
    }

    @Override
    public void end(EndedToken token, Client client) {}

    @Override
    public Optional<UUID> familyOf(String hash, String userName) {
        return Optional.empty();
    }

    @Override
    public Optional<UUID> liveFamily(String hash, String userName, Instant now) {
        return Optional.empty();
    }

    @Override
    public void leave(String hash, Client client) {}

    @Override
    public int purge(Instant now) {
        return 0;
    }
}
