package io.secplat.api.auth;

import io.secplat.api.request.AccessRole;
import io.secplat.runtime.Role;
import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Creates the admin and the service users when there is no user at all, and touches none ever after. */
public final class FirstUsers implements StartStep {

    private static final int GENERATED_LENGTH = 20;

    /** A user from the settings; without a password a service cannot sign in. */
    public record Account(String userName, Optional<String> password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Account[" + userName + "]";
        }
    }

    private final Users users;
    private final Passwords passwords;
    private final SecretSource secrets;
    private final Account admin;
    private final List<Account> services;
    private final Consumer<String> announce;

    public FirstUsers(
            Users users,
            Passwords passwords,
            SecretSource secrets,
            Account admin,
            List<Account> services,
            Consumer<String> announce) {
        this.users = users;
        this.passwords = passwords;
        this.secrets = secrets;
        this.admin = admin;
        this.services = List.copyOf(services);
        this.announce = announce;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "first-users";
    }

    @Override
    public int order() {
        return CONTENT;
    }

    /** A generated password of the admin is told once, after it is stored. */
    @Override
    public void run() {
        String password = admin.password().orElseGet(() -> secrets.next(GENERATED_LENGTH));
        User first = new User(admin.userName(), AccessRole.ADMIN, passwords.hash(password), false);
        List<User> all = Stream.concat(Stream.of(first), services.stream().map(this::service))
                .toList();
        if (users.createFirst(all) && admin.password().isEmpty()) {
            announce.accept("SecPlat first start: sign in as \"" + admin.userName() + "\" with the password " + password
                    + " (generated now, not shown again)");
        }
    }

    private User service(Account account) {
        String hash = account.password().map(passwords::hash).orElse(null);
        return new User(account.userName(), AccessRole.ANALYST, hash, false);
    }
}
