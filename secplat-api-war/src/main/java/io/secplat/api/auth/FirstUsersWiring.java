package io.secplat.api.auth;

import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
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
                account("ADMIN", "admin"),
                List.of(
                        account("SCANNER_SERVICE", "scanner-service"),
                        account("INGESTION_SERVICE", "ingestion-service"),
                        account("CORRELATOR_SERVICE", "correlator-service")),
                System.out::println);
    }

    @Produces
    @Singleton
    StartStep passwordSettings() {
        return new PasswordSettings(List.of(
                given("ADMIN", "admin"),
                given("SCANNER_SERVICE", "scanner-service"),
                given("INGESTION_SERVICE", "ingestion-service"),
                given("CORRELATOR_SERVICE", "correlator-service")));
    }

    private PasswordSettings.Given given(String setting, String otherwise) {
        return new PasswordSettings.Given(setting + "_PASSWORD", account(setting, otherwise));
    }

    private FirstUsers.Account account(String setting, String otherwise) {
        return new FirstUsers.Account(text(setting + "_USERNAME").orElse(otherwise), text(setting + "_PASSWORD"));
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
