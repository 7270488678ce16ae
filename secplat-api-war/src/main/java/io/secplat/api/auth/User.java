package io.secplat.api.auth;

import io.secplat.api.request.AccessRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash null when there is no password login
 */
public record User(String userName, AccessRole role, @Nullable String passwordHash, boolean disabled) {

    @Override
    public String toString() {
        return "User[" + userName + ", " + role + "]";
    }
}
