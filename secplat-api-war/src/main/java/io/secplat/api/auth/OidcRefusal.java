package io.secplat.api.auth;

/** Why a sign-in through a provider did not succeed: a name for the website, and nothing of the provider's answer. */
public final class OidcRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reasons of our own; a provider's error has its own name. */
    public enum Reason {
        INVALID_CALLBACK("invalid_callback"),
        DISCOVERY_FAILED("oidc_discovery_failed"),
        TOKEN_EXCHANGE_FAILED("token_exchange_failed"),
        NO_ID_TOKEN("no_id_token"),
        INVALID_ID_TOKEN("invalid_id_token"),
        NO_USERNAME("no_username"),
        USER_NOT_FOUND("user_not_found");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public OidcRefusal refusal() {
            return new OidcRefusal(code);
        }
    }

    private final String code;

    OidcRefusal(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** What the website is told. */
    public String code() {
        return code;
    }
}
