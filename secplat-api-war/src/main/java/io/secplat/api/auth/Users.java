package io.secplat.api.auth;

import java.util.List;
import java.util.Optional;

/** The people and services that may sign in. */
public interface Users {

    Optional<User> find(String userName);

    /** Adds these users when there is none at all; false, and nothing added, when there is one. */
    boolean createFirst(List<User> users);
}
