package io.secplat.api.auth.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.auth.User;
import io.secplat.api.auth.UserAccount;
import io.secplat.api.auth.UserAccounts;
import io.secplat.api.auth.UserChange;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code users}, as administrators change it. */
public record PostgresUserAccounts(Database database, Clock clock) implements UserAccounts {

    @Override
    public List<UserAccount> page(int limit, Optional<String> after) {
        return database.read(handle -> UserAccountRows.page(handle, limit, after.orElse("")));
    }

    @Override
    public Optional<UserAccount> create(User user, Caller caller) {
        return database.inTransaction(handle -> {
            Optional<UserAccount> made = UserAccountRows.insert(handle, user);
            made.ifPresent(account -> audit(handle, "user.create", account, caller));
            return made;
        });
    }

    @Override
    public Changed change(String userName, UserChange change, Caller caller) {
        return database.inTransaction(handle -> {
            List<UserAccount> locked = UserAccountRows.lockWithEnabledAdmins(handle, userName);
            return locked.stream()
                    .filter(account -> account.userName().equals(userName))
                    .findFirst()
                    .map(before -> change(handle, before, locked, change, caller))
                    .orElseGet(Changed.Unknown::new);
        });
    }

    private Changed change(
            Handle handle, UserAccount before, List<UserAccount> locked, UserChange change, Caller caller) {
        boolean staysAdmin = change.role().orElse(before.role()) == AccessRole.ADMIN
                && !change.disabled().orElse(before.disabled());
        boolean anotherAdmin = locked.stream()
                .anyMatch(account ->
                        isEnabledAdmin(account) && !account.userName().equals(before.userName()));
        if (isEnabledAdmin(before) && !staysAdmin && !anotherAdmin) {
            return new Changed.LastAdmin();
        }
        UserAccount after = UserAccountRows.update(handle, before.userName(), change, clock.instant());
        if (change.endsSessions()) {
            RefreshTokenRows.revokeAllOf(handle, before.userName());
        }
        audit(handle, change.action(), after, caller);
        return new Changed.To(after);
    }

    private static boolean isEnabledAdmin(UserAccount account) {
        return account.role() == AccessRole.ADMIN && !account.disabled();
    }

    private static void audit(Handle handle, String action, UserAccount account, Caller caller) {
        AuditTable.append(
                handle,
                AuditEntry.of(
                        caller,
                        action,
                        null,
                        new JsonWriter()
                                .put("username", account.userName())
                                .put("role", account.role().wire())
                                .put("disabled", account.disabled())
                                .put("password_configured", account.passwordConfigured())
                                .build()));
    }
}
