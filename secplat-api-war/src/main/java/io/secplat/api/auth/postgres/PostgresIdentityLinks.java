package io.secplat.api.auth.postgres;

import io.secplat.api.auth.IdentityLinks;
import io.secplat.api.auth.ProvenIdentity;
import io.secplat.api.auth.User;
import io.secplat.api.postgres.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code oidc_identities}. */
public record PostgresIdentityLinks(Database database) implements IdentityLinks {

    @Override
    public Optional<User> user(ProvenIdentity identity, String claimedName) {
        return database.inTransaction(handle -> linked(handle, identity)
                .or(() -> link(handle, identity, claimedName))
                .flatMap(name -> PostgresUsers.find(handle, name))
                .filter(user -> !user.disabled()));
    }

    /** The name the identity is linked to from now on; empty when there is no such user, or it is another subject's. */
    private static Optional<String> link(Handle handle, ProvenIdentity identity, String claimedName) {
        int unused = handle.createUpdate(
                        """
                        INSERT INTO oidc_identities (issuer, subject, username)
                        SELECT :issuer, :subject, username FROM users WHERE username = :name AND NOT disabled
                        ON CONFLICT DO NOTHING
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("name", claimedName)
                .execute();
        return linked(handle, identity);
    }

    private static Optional<String> linked(Handle handle, ProvenIdentity identity) {
        return handle.createQuery("SELECT username FROM oidc_identities WHERE issuer = :issuer AND subject = :subject")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(String.class)
                .findOne();
    }
}
