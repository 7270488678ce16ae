package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Browser;
import io.secplat.client.Http;
import io.secplat.local.store.PostgresStore;
import io.secplat.local.store.TestStores;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application signs people in through a real OpenID provider: Open Liberty's own, over HTTPS. */
class ProviderSignInIT {

    private static final String PASSWORD = "tr0mbone-Weather";
    private static final String KEYS = "only-for-this-test-run";

    private static final int PROVIDER_PORT = LibertyServer.freePort();
    private static final int API_PORT = LibertyServer.freePort();
    private static final String ISSUER = "https://localhost:" + PROVIDER_PORT + "/oidc/endpoint/people";
    private static final String LOGIN_FORM = "https://localhost:" + PROVIDER_PORT + "/oidc/j_security_check";
    private static final String WEBSITE = "http://127.0.0.1:" + API_PORT;
    private static final String CALLBACK = WEBSITE + "/api/auth/oidc/callback";
    private static final String LANDING = WEBSITE + "/login#";

    @TempDir
    private static Path folder;

    /** What was started, the last first; also after a start that failed half way. */
    private static final Deque<LibertyServer> STARTED = new ArrayDeque<>();

    private static SSLContext trusted;

    @BeforeAll
    static void a_provider_and_an_api_that_knows_it() throws Exception {
        LibertyServer provider = start(
                "provider",
                Map.of(
                        "HTTPS_PORT", Integer.toString(PROVIDER_PORT),
                        "keystore_password", KEYS,
                        "OIDC_CLIENT_SECRET", "s3cret-of-the-test",
                        "OIDC_REDIRECT_URI", CALLBACK,
                        "PEOPLE_PASSWORD", PASSWORD));
        KeyStore store =
                KeyStore.getInstance(provider.file("resources/security/key.p12").toFile(), KEYS.toCharArray());
        trusted = trusting(store);
        LibertyServer unused = start("signin", settings(store));
        Http stranger = new Http(URI.create(WEBSITE));
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> stranger.get("/health/ready").status() == 200);
        admin().post("/api/auth/users", Http.json(Map.of("username", "jackson", "role", "analyst")))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        STARTED.forEach(LibertyServer::close);
    }

    @Test
    void a_person_whom_the_provider_vouches_for_is_signed_in_as_the_user_of_that_name() {
        Http stranger = new Http(URI.create(WEBSITE));
        assertThat(stranger.get("/api/auth/config").expect(200).object().getBoolean("oidc_enabled"))
                .isTrue();

        Map<String, String> landed = signIn("jackson");

        assertThat(landed).containsOnlyKeys("access_token", "refresh_token");
        String bearer = "Bearer " + landed.get("access_token");
        var me = stranger.send("GET", "/api/auth/me", "application/json", "", "Authorization", bearer)
                .expect(200)
                .object();
        assertThat(me.getString("username")).isEqualTo("jackson");
        assertThat(me.getString("role")).isEqualTo("analyst");
        stranger.post("/api/auth/refresh", Http.json(Map.of("refresh_token", landed.get("refresh_token"))))
                .expect(200);
        assertThat(signIn("jackson")).containsKey("access_token");
    }

    @Test
    void who_is_no_user_here_is_told_so() {
        assertThat(signIn("mallory")).containsExactly(Map.entry("error", "user_not_found"));
    }

    @Test
    void a_code_of_one_browser_is_worth_nothing_in_another_nor_a_second_time() {
        Browser mine = new Browser(trusted);
        URI brought = authenticate(mine, "jackson", CALLBACK);

        assertThat(fragment(new Browser(trusted).open(brought, LANDING)))
                .containsExactly(Map.entry("error", "invalid_callback"));
        assertThat(fragment(mine.open(brought, LANDING))).containsKey("access_token");
        assertThat(fragment(mine.open(brought, LANDING))).containsExactly(Map.entry("error", "invalid_callback"));
    }

    @Test
    void a_disabled_user_is_not_let_in_by_the_provider_either() {
        Http admin = admin();
        assertThat(signIn("jackson")).containsKey("access_token");
        admin.send("POST", "/api/auth/users/jackson/disable", "application/json", "")
                .expect(200);
        assertThat(signIn("jackson")).containsExactly(Map.entry("error", "user_not_found"));
        admin.send("POST", "/api/auth/users/jackson/enable", "application/json", "")
                .expect(200);
    }

    private static LibertyServer start(String name, Map<String, String> environment) {
        LibertyServer server = LibertyServer.launch(name, environment);
        STARTED.push(server);
        server.awaitReady();
        return server;
    }

    private static Map<String, String> signIn(String person) {
        return fragment(authenticate(new Browser(trusted), person, LANDING));
    }

    /** Begins at the API, fills in the provider's form, and goes on to where it is sent. */
    private static URI authenticate(Browser browser, String person, String until) {
        URI form = browser.open(URI.create(WEBSITE + "/api/auth/oidc/login"), LANDING);
        assertThat(form.toString()).contains("login.jsp");
        return browser.submit(URI.create(LOGIN_FORM), "j_username=" + person + "&j_password=" + PASSWORD, until);
    }

    private static Map<String, String> fragment(URI landed) {
        Map<String, String> values = new HashMap<>();
        for (String pair : landed.getFragment().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    private static Http admin() {
        return new Http(URI.create(WEBSITE)).signIn("admin", PASSWORD);
    }

    private static Map<String, String> settings(KeyStore store) throws Exception {
        PostgresStore postgres = TestStores.postgres();
        Map<String, String> settings = new HashMap<>();
        settings.put("HTTP_PORT", Integer.toString(API_PORT));
        settings.put("SECPLAT_ROLES", "api");
        settings.put("SECPLAT_EAR", System.getenv("SECPLAT_EAR"));
        settings.put("POSTGRES_URL", schema(postgres));
        settings.put("POSTGRES_USER", postgres.user());
        settings.put("POSTGRES_PASSWORD", postgres.password());
        settings.put("ADMIN_PASSWORD", PASSWORD);
        settings.put("keystore_password", KEYS);
        settings.put("JWT_PRIVATE_KEY_FILE", signingKey().toString());
        settings.put(
                "AUDIT_HMAC_KEY_FILE",
                Files.writeString(folder.resolve("audit.keys"), "signin:" + "abcd".repeat(11) + "\n")
                        .toString());
        settings.put("FRONTEND_URL", WEBSITE);
        settings.put("OIDC_ISSUER", ISSUER);
        settings.put("OIDC_CLIENT_ID", "secplat");
        settings.put("OIDC_CLIENT_SECRET", "s3cret-of-the-test");
        settings.put("OIDC_CA_FILE", certificates(store).toString());
        return settings;
    }

    /** A schema of this test alone. */
    private static String schema(PostgresStore postgres) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS signin CASCADE");
            statement.execute("CREATE SCHEMA signin");
        }
        return postgres.jdbcUrl() + "?currentSchema=signin";
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load((InputStream) null, null);
        for (String alias : Collections.list(keys.aliases())) {
            certificates.setCertificateEntry(alias, keys.getCertificate(alias));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static Path certificates(KeyStore keys) throws GeneralSecurityException, IOException {
        StringBuilder text = new StringBuilder();
        for (String alias : Collections.list(keys.aliases())) {
            text.append(pem("CERTIFICATE", keys.getCertificate(alias).getEncoded()));
        }
        return Files.writeString(folder.resolve("ca.pem"), text);
    }

    private static Path signingKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Key key = generator.generateKeyPair().getPrivate();
        return Files.writeString(folder.resolve("jwt.pem"), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String title, byte[] bytes) {
        return "-----BEGIN " + title + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + title
                + "-----\n";
    }
}
