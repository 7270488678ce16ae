package io.secplat.runtime;

import java.util.UUID;

/** Gives new identities, so that tests can give known ones. */
@FunctionalInterface
public interface IdSource {

    UUID next();
}
