package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Users, tokens and keys of the packaged application, as scripts meet them. */
@InContainer
class IdentityIT {

    private static final String ORIGIN = "http://127.0.0.1:" + System.getProperty("container.http.port");
    private static final URI BASE = URI.create(ORIGIN);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Path HOME = Path.of(System.getProperty("container.home"));

    private final Http stranger = new Http(BASE);

    @Test
    void a_user_is_created_promoted_disabled_enabled_and_given_a_new_password() {
        Http admin = admin();
        JsonObject made = admin.post("/api/auth/users", user("u1", "first-Harbour-7"))
                .expect(201)
                .object();
        assertThat(made.keySet())
                .containsExactlyInAnyOrder("username", "role", "disabled", "created_at", "password_configured");
        assertThat(made.getString("role")).isEqualTo("viewer");
        admin.post("/api/auth/users", user("u1", "first-Harbour-7")).expect(409);

        Http u1 = new Http(BASE).signIn("u1", "first-Harbour-7");
        u1.get("/api/auth/users").expect(403);
        assertThat(admin.patch("/api/auth/users/u1", Http.json(Map.of("role", "analyst")))
                        .expect(200)
                        .object()
                        .getString("role"))
                .isEqualTo("analyst");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> u1.get("/api/auth/me").status() == 401);

        Http again = new Http(BASE).signIn("u1", "first-Harbour-7");
        assertThat(again.get("/api/auth/me").expect(200).object().getString("role"))
                .isEqualTo("analyst");
        assertThat(admin.send("POST", "/api/auth/users/u1/disable", JSON, "")
                        .expect(200)
                        .object()
                        .getBoolean("disabled"))
                .isTrue();
        login("u1", "first-Harbour-7").expect(401);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> again.get("/api/auth/me").status() == 401);
        admin.send("POST", "/api/auth/users/u1/enable", JSON, "").expect(200);
        login("u1", "first-Harbour-7").expect(200);

        admin.post("/api/auth/users/u1/reset-password", Http.json(Map.of("password", "second-Harbour-7")))
                .expect(200);
        login("u1", "first-Harbour-7").expect(401);
        new Http(BASE).signIn("u1", "second-Harbour-7").get("/api/auth/me").expect(200);
    }

    @Test
    void the_list_of_users_has_the_service_users_and_pages_to_the_end() {
        Http admin = admin();
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonObject page =
                    admin.get("/api/auth/users?limit=2" + next).expect(200).object();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> {
                assertThat(item.keySet())
                        .containsExactlyInAnyOrder("username", "role", "source", "disabled", "password_configured");
                assertThat(item.getString("source")).isEqualTo("db");
                names.add(item.getString("username"));
            });
            next = page.isNull("next_cursor") ? "" : "&cursor=" + page.getString("next_cursor");
        } while (!next.isEmpty());
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("admin", "scanner-service", "ingestion-service", "correlator-service");
        login("admin", "admin").expect(401);
        login("viewer", "viewer").expect(401);
    }

    @Test
    void what_administrators_may_not_do_is_said_and_no_password_repeated() {
        Http admin = admin();
        admin.patch("/api/auth/users/nobody", Http.json(Map.of("role", "viewer")))
                .expect(404);
        admin.send("POST", "/api/auth/users/a%20b/disable", JSON, "").expect(404);
        admin.patch("/api/auth/users/admin", Http.json(Map.of("role", "viewer")))
                .expect(409);
        admin.send("POST", "/api/auth/users/admin/disable", JSON, "").expect(409);
        Answer refused = admin.post("/api/auth/users", user("u2", "Password123"));
        assertThat(refused.expect(422).body()).doesNotContain("Password123");
        admin.post("/api/auth/users", Http.json(Map.of("username", "u 2"))).expect(422);
    }

    @Test
    void a_refresh_token_works_once_and_its_replay_ends_the_session() {
        JsonObject first = login("admin", ApiBench.PASSWORD).expect(200).object();
        Answer second = refresh(first.getString("refresh_token"));
        refresh(first.getString("refresh_token")).expect(401);
        refresh(second.expect(200).object().getString("refresh_token")).expect(401);
    }

    @Test
    void after_logout_neither_token_counts() {
        JsonObject pair = login("admin", ApiBench.PASSWORD).expect(200).object();
        String bearer = "Bearer " + pair.getString("access_token");
        stranger.send("POST", "/api/auth/logout", JSON, "", "Authorization", bearer)
                .expect(200);
        stranger.send("GET", "/api/auth/me", JSON, "", "Authorization", bearer).expect(401);
        refresh(pair.getString("refresh_token")).expect(401);
    }

    @Test
    void without_a_provider_there_is_no_sign_in_by_one() {
        assertThat(stranger.get("/api/auth/config").expect(200).object().getBoolean("oidc_enabled"))
                .isFalse();
        stranger.get("/api/auth/oidc/login").expect(404);
        assertThat(stranger.get("/api/auth/oidc/callback?error=access_denied")
                        .expect(302)
                        .header("Location"))
                .endsWith("/login#error=access_denied");
        assertThat(stranger.get("/api/auth/oidc/callback?code=c&state=bad")
                        .expect(302)
                        .header("Location"))
                .endsWith("/login#error=invalid_callback");
    }

    @Test
    void keys_are_exchanged_while_the_server_runs_and_nobody_is_signed_out() throws Exception {
        JsonObject old = login("admin", ApiBench.PASSWORD).expect(200).object();
        String oldToken = old.getString("access_token");
        String signing = Files.readString(HOME.resolve("jwt.pem"));
        KeyPair next = pair();
        Path accepted = HOME.resolve("servers/keys");
        write(accepted.resolve("next.pem"), "PUBLIC", next.getPublic());
        Files.copy(HOME.resolve("jwt.pub"), accepted.resolve("old.pem"));
        try {
            write(HOME.resolve("jwt.pem"), "PRIVATE", next.getPrivate());
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !kid(token(login("admin", ApiBench.PASSWORD))).equals(kid(oldToken)));
            await().atMost(Duration.ofSeconds(20)).until(() -> me(token(login("admin", ApiBench.PASSWORD))) == 200);
            assertThat(me(oldToken)).isEqualTo(200);
            String renewed = token(refresh(old.getString("refresh_token")).expect(200));
            assertThat(me(renewed)).isEqualTo(200);

            PrivateKey oldKey = privateKey(signing);
            AtomicInteger count = new AtomicInteger();
            assertThat(me(signed(oldKey, oldToken, count.incrementAndGet()))).isEqualTo(200);
            assertThat(me(signed(pair().getPrivate(), oldToken, count.incrementAndGet())))
                    .isEqualTo(401);
            Files.delete(accepted.resolve("old.pem"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> me(signed(oldKey, oldToken, count.incrementAndGet())) == 401);
            assertThat(me(renewed)).isEqualTo(200);
        } finally {
            Files.writeString(HOME.resolve("jwt.pem"), signing);
            await().atMost(Duration.ofSeconds(20)).until(() -> me(token(login("admin", ApiBench.PASSWORD))) == 200);
            Files.deleteIfExists(accepted.resolve("next.pem"));
            Files.deleteIfExists(accepted.resolve("old.pem"));
        }
    }

    private int me(String token) {
        return stranger.send("GET", "/api/auth/me", JSON, "", "Authorization", "Bearer " + token)
                .status();
    }

    private Answer login(String user, String password) {
        return stranger.send("POST", "/api/auth/login", FORM, "username=" + user + "&password=" + password);
    }

    private Answer refresh(String token) {
        return stranger.post("/api/auth/refresh", Http.json(Map.of("refresh_token", token)));
    }

    private static String token(Answer answer) {
        return answer.object().getString("access_token");
    }

    private static JsonObject user(String name, String password) {
        return Http.json(Map.of("username", name, "password", password));
    }

    private static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]);
        return Json.createReader(new StringReader(new String(header, StandardCharsets.UTF_8)))
                .readObject()
                .getString("kid");
    }

    /** The same claims in a token that the server has not met before: it may remember those that it has verified. */
    private static String signed(PrivateKey key, String token, int number) throws GeneralSecurityException {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + kid(token) + "\",\"number\":" + number + "}";
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String content = url.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + token.split("\\.", -1)[1];
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + url.encodeToString(signature.sign());
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static void write(Path file, String half, Key key) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Files.writeString(file, "-----BEGIN " + half + " KEY-----\n" + body + "\n-----END " + half + " KEY-----\n");
    }

    private static Http admin() {
        return new Http(BASE).signIn("admin", ApiBench.PASSWORD);
    }
}
