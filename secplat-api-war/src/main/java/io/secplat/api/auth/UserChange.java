package io.secplat.api.auth;

import io.secplat.api.request.AccessRole;
import java.util.Optional;

/**
 * What shall become of a user; what is empty stays as it is.
 *
 * @param action its name in the audit
 * @param passwordHash a new one, which ends every session of the user
 */
public record UserChange(
        String action, Optional<AccessRole> role, Optional<Boolean> disabled, Optional<String> passwordHash) {

    static UserChange update(Optional<AccessRole> role, Optional<Boolean> disabled) {
        return new UserChange("user.update", role, disabled, Optional.empty());
    }

    static UserChange disable() {
        return new UserChange("user.disable", Optional.empty(), Optional.of(true), Optional.empty());
    }

    static UserChange enable() {
        return new UserChange("user.enable", Optional.empty(), Optional.of(false), Optional.empty());
    }

    /** A new password also lets a disabled user in again. */
    static UserChange resetPassword(String hash) {
        return new UserChange("user.reset_password", Optional.empty(), Optional.of(false), Optional.of(hash));
    }

    /** Whether tokens given out before must not count any more. */
    public boolean endsSessions() {
        return passwordHash.isPresent() || disabled.orElse(false);
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
        return "UserChange[" + action + "]";
    }
}
