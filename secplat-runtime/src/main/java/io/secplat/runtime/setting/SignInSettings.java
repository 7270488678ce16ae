package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of sign-in and tokens. */
final class SignInSettings {

    static final SettingSection SECTION = new SettingSection(
            "Sign-in and tokens",
            List.of(
                    Setting.of("ADMIN_USERNAME", "text", "first admin, made when there is no user at all", Role.API)
                            .usually("admin"),
                    Setting.of(
                                    "ADMIN_PASSWORD",
                                    "8 to 1024 characters, none that is well known",
                                    "its password",
                                    Role.API)
                            .otherwise("unset: generated, shown once")
                            .asSecret(),
                    Setting.of(
                                    "SCANNER_SERVICE_USERNAME",
                                    "text",
                                    "service user of the scan workers",
                                    Role.API,
                                    Role.SCAN_WORKERS)
                            .usually("scanner-service"),
                    Setting.of(
                                    "SCANNER_SERVICE_PASSWORD",
                                    "8 to 1024 characters, none that is well known",
                                    "its password; without one the user cannot sign in",
                                    Role.API,
                                    Role.SCAN_WORKERS)
                            .asSecret(),
                    Setting.of(
                                    "INGESTION_SERVICE_USERNAME",
                                    "text",
                                    "service user of ingestion",
                                    Role.API,
                                    Role.INGESTION)
                            .usually("ingestion-service"),
                    Setting.of(
                                    "INGESTION_SERVICE_PASSWORD",
                                    "8 to 1024 characters, none that is well known",
                                    "its password; without one the user cannot sign in",
                                    Role.API,
                                    Role.INGESTION)
                            .asSecret(),
                    Setting.of(
                                    "CORRELATOR_SERVICE_USERNAME",
                                    "text",
                                    "service user of the correlator, which does not sign in yet",
                                    Role.API)
                            .usually("correlator-service"),
                    Setting.of(
                                    "CORRELATOR_SERVICE_PASSWORD",
                                    "8 to 1024 characters, none that is well known",
                                    "its password; without one the user cannot sign in",
                                    Role.API)
                            .asSecret(),
                    Setting.of(
                            "JWT_PRIVATE_KEY_FILE",
                            "path",
                            "signs access tokens: PKCS#8 PEM, RSA of 2048 bits or more; its public half verifies them",
                            Role.API),
                    Setting.of(
                                    "JWT_ACCEPTED_KEYS_DIR",
                                    "folder",
                                    "public keys (PEM) that verify tokens as well: the previous one, the next one. Read again "
                                            + "every 5 s",
                                    Role.API)
                            .otherwise("unset: none"),
                    Setting.of(
                            "AUDIT_HMAC_KEY_FILE",
                            "path",
                            "the keys that sign the audit, the same file on every server: one a line, `name:base64` "
                                    + "of at least 32 random bytes; the first signs, all verify",
                            Role.API),
                    Setting.of("JWT_ISSUER", "text", "issuer in tokens, and the one that is accepted", Role.API)
                            .usually("secplat"),
                    Setting.of("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "minutes", "life of an access token", Role.API)
                            .usually("15"),
                    Setting.of("JWT_REFRESH_TOKEN_EXPIRE_MINUTES", "minutes", "life of a refresh token", Role.API)
                            .usually("43200"),
                    Setting.of("RATE_LIMIT_LOGIN_PER_MINUTE", "failures in 60 s", "per account; then 429", Role.API)
                            .usually("5"),
                    Setting.of(
                                    "RATE_LIMIT_LOGIN_PER_ADDRESS_PER_MINUTE",
                                    "failures in 60 s",
                                    "per address; then 429",
                                    Role.API)
                            .usually("20"),
                    Setting.of(
                                    "SESSION_COOKIE_SECURE",
                                    "`true`, `false`",
                                    "whether browsers send session cookies over HTTPS only. Chromium and Firefox count "
                                            + "`http://127.0.0.1` and `http://localhost` as secure; for other plain addresses, and for "
                                            + "Safari on them, say `false`",
                                    Role.API)
                            .usually("true"),
                    Setting.of(
                                    "OIDC_ISSUER",
                                    "URL",
                                    "the OpenID provider, exactly as it calls itself; HTTPS, or plain on loopback",
                                    Role.API)
                            .otherwise("unset: no provider"),
                    Setting.of(
                            "OIDC_CLIENT_ID",
                            "text",
                            "what the provider knows SecPlat by; required with an issuer, as are `OIDC_CLIENT_SECRET` "
                                    + "and `FRONTEND_URL`",
                            Role.API),
                    Setting.of(
                                    "OIDC_CLIENT_SECRET",
                                    "text",
                                    "with which SecPlat shows the provider who it is",
                                    Role.API)
                            .asSecret(),
                    Setting.of("OIDC_SCOPES", "words", "what is asked of it", Role.API)
                            .usually("openid profile email"),
                    Setting.of(
                                    "OIDC_REDIRECT_URI",
                                    "URL",
                                    "where it sends browsers back to; register it there",
                                    Role.API)
                            .otherwise("unset: `FRONTEND_URL` and `/api/auth/oidc/callback`"),
                    Setting.of("OIDC_CA_FILE", "path", "certificates (PEM) to trust when asking it", Role.API)
                            .otherwise("unset: what the Java runtime trusts"),
                    Setting.of(
                            "API_URL",
                            "URL that ends in `/api`",
                            "where workers find the API",
                            Role.INGESTION,
                            Role.SCAN_WORKERS)));

    private SignInSettings() {}
}
