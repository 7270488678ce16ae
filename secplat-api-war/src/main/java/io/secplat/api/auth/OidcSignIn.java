package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.SecretSource;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signing in through an OpenID provider, by the authorization code flow with PKCE. */
public final class OidcSignIn {

    private static final int LONGEST_CODE = 4096;
    private static final Pattern ERROR = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** What the provider sent the browser back with. */
    record Callback(@Nullable String code, @Nullable String state, @Nullable String error) {}

    /** Where the browser goes, and what it must remember until it comes back. */
    record Departure(URI to, OidcAttempt attempt) {}

    private final Optional<IdentityProvider> provider;
    private final IdentityLinks links;
    private final SignIn signIn;
    private final SecretSource secrets;

    public OidcSignIn(Optional<IdentityProvider> provider, IdentityLinks links, SignIn signIn, SecretSource secrets) {
        this.provider = provider;
        this.links = links;
        this.signIn = signIn;
        this.secrets = secrets;
    }

    boolean isOffered() {
        return provider.isPresent();
    }

    /** 404 without a provider. */
    Departure begin() {
        IdentityProvider asked = provider.orElseThrow(() -> ProblemType.NOT_FOUND.because("OIDC is not configured"));
        OidcAttempt attempt = OidcAttempt.begin(secrets);
        return new Departure(asked.authorization(attempt), attempt);
    }

    /** A session for whom the provider vouches; an OidcRefusal that says why there is none. */
    TokenPair finish(Callback callback, Optional<OidcAttempt> attempt, Client client) {
        String error = callback.error();
        if (error != null) {
            throw ERROR.matcher(error).matches()
                    ? new OidcRefusal(error)
                    : OidcRefusal.Reason.INVALID_CALLBACK.refusal();
        }
        OidcAttempt begun = attempt.filter(known -> callback.state() != null && known.hasState(callback.state()))
                .orElseThrow(OidcRefusal.Reason.INVALID_CALLBACK::refusal);
        String code = Optional.ofNullable(callback.code())
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_CODE)
                .orElseThrow(OidcRefusal.Reason.INVALID_CALLBACK::refusal);
        IdentityProvider asked = provider.orElseThrow(OidcRefusal.Reason.INVALID_CALLBACK::refusal);
        return begin(asked.redeem(code, begun), client);
    }

    private TokenPair begin(ProvenIdentity identity, Client client) {
        String name = identity.userName().orElseThrow(OidcRefusal.Reason.NO_USERNAME::refusal);
        User user = links.user(identity, name).orElseThrow(OidcRefusal.Reason.USER_NOT_FOUND::refusal);
        return signIn.begin(user, client);
    }
}
