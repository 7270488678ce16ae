package io.secplat.api.auth;

import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.setting.KnownSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The users of the first start, from the settings; what is announced goes to the server's output, past the journal. */
@Dependent
public class FirstUsersWiring {

    private final Config config;

    @Inject
    FirstUsersWiring(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    StartStep firstUsers(Users users, Passwords passwords, SecretSource secrets) {
        return new FirstUsers(
                users,
                passwords,
                secrets,
                account("ADMIN"),
                List.of(account("SCANNER_SERVICE"), account("INGESTION_SERVICE"), account("CORRELATOR_SERVICE")),
                System.out::println);
    }

    @Produces
    @Singleton
    StartStep passwordSettings() {
        return new PasswordSettings(List.of(
                given("ADMIN"), given("SCANNER_SERVICE"), given("INGESTION_SERVICE"), given("CORRELATOR_SERVICE")));
    }

    private PasswordSettings.Given given(String setting) {
        return new PasswordSettings.Given(setting + "_PASSWORD", account(setting));
    }

    private FirstUsers.Account account(String setting) {
        String name = setting + "_USERNAME";
        return new FirstUsers.Account(
                text(name).orElseGet(() -> KnownSettings.usual(name)), text(setting + "_PASSWORD"));
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
