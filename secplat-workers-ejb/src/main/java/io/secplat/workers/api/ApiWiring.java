package io.secplat.workers.api;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.setting.KnownSettings;
import io.secplat.workers.api.http.HttpApiTransport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** One session per service user over one HTTP client; API_URL and the users' names and passwords come from settings. */
@ApplicationScoped
public class ApiWiring {

    @Produces
    @Singleton
    ServiceApis apis(Config config, Clock clock) {
        Optional<ApiTransport> transport =
                config.getOptionalValue("API_URL", String.class).map(HttpApiTransport::new);
        return account -> {
            Optional<ServiceUser> user = user(config, account);
            if (transport.isEmpty() || user.isEmpty()) {
                String missing = transport.isEmpty() ? "API_URL" : account.passwordSetting();
                return call -> {
                    throw ApiUnavailableException.notSignedIn("setting_missing_" + missing);
                };
            }
            return new SignedInApi(user.get(), transport.get(), clock);
        };
    }

    @Produces
    @Singleton
    StartStep ingestionAccess(Config config) {
        return new ApiAccess(
                Role.INGESTION, ServiceAccount.INGESTION, name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    StartStep scannerAccess(Config config) {
        return new ApiAccess(
                Role.SCAN_WORKERS, ServiceAccount.SCANNER, name -> config.getOptionalValue(name, String.class));
    }

    private static Optional<ServiceUser> user(Config config, ServiceAccount account) {
        String name = config.getOptionalValue(account.usernameSetting(), String.class)
                .orElseGet(() -> KnownSettings.usual(account.usernameSetting()));
        return config.getOptionalValue(account.passwordSetting(), String.class)
                .map(password -> new ServiceUser(name, password));
    }
}
