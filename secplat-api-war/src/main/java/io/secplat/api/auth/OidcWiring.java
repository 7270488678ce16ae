package io.secplat.api.auth;

import io.secplat.api.auth.oidc.OidcProvider;
import io.secplat.api.auth.oidc.ProviderHttp;
import io.secplat.api.auth.postgres.PostgresIdentityLinks;
import io.secplat.api.postgres.Database;
import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sign-in through the OpenID provider that OIDC_ISSUER names, and its links to users in Postgres. */
@Dependent
public class OidcWiring {

    private final Config config;

    @Inject
    OidcWiring(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    OidcSignIn oidc(Database database, SignIn signIn, SecretSource secrets, Clock clock) {
        Optional<IdentityProvider> provider =
                settings().map(known -> new OidcProvider(known, ProviderHttp.trusting(known.trusted()), clock));
        return new OidcSignIn(provider, new PostgresIdentityLinks(database), signIn, secrets);
    }

    @Produces
    @Singleton
    OidcPages pages(
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> website,
            @ConfigProperty(name = "SESSION_COOKIE_SECURE", defaultValue = "true") boolean secure) {
        return new OidcPages(website, secure);
    }

    @Produces
    @Singleton
    StartStep oidcSettings() {
        return new OidcStep(() -> settings().ifPresent(known -> ProviderHttp.trusting(known.trusted())));
    }

    private Optional<OidcSettings> settings() {
        return OidcSettings.read(name -> config.getOptionalValue(name, String.class));
    }
}
