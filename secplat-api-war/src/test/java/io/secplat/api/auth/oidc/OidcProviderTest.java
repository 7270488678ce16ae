package io.secplat.api.auth.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.secplat.api.auth.OidcAttempt;
import io.secplat.api.auth.OidcRefusal;
import io.secplat.api.auth.OidcSettings;
import io.secplat.api.auth.ProvenIdentity;
import io.secplat.runtime.MovingClock;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OidcProviderTest {

    private static final OidcAttempt ATTEMPT = new OidcAttempt("the-state", "the-nonce", "the-verifier");
    private static final String CLIENT = "secplat web";
    private static final RSAKey KEY = key("k1");

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final MovingClock clock = new MovingClock();

    @BeforeEach
    void a_provider() {
        discovery(
                """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize?tenant=1","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
            """
                        .formatted(issuer()));
        PROVIDER.stubFor(get("/keys").willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_challenge_and_without_secrets() {
        URI to = provider().authorization(ATTEMPT);
        assertThat(to.toString())
                .startsWith(issuer() + "/authorize?tenant=1&response_type=code&client_id=secplat+web&")
                .contains("redirect_uri=https%3A%2F%2Fsecplat.example.org%2Fapi%2Fauth%2Foidc%2Fcallback")
                .contains("scope=openid+profile")
                .contains("state=the-state")
                .contains("nonce=the-nonce")
                .contains("code_challenge=" + ATTEMPT.challenge())
                .contains("code_challenge_method=S256")
                .doesNotContain("the-verifier")
                .doesNotContain("s3cret");
    }

    @Test
    void a_code_becomes_an_identity() {
        answerWith(claims -> claims.claim("preferred_username", "mira").claim("email", "m@example.org"));
        ProvenIdentity identity = provider().redeem("the-code", ATTEMPT);
        assertThat(identity)
                .isEqualTo(new ProvenIdentity(issuer(), "subject-1", Optional.of("mira"), Optional.empty()));
        PROVIDER.verify(postRequestedFor(urlEqualTo("/token"))
                .withHeader("Authorization", equalTo("Basic c2VjcGxhdCt3ZWI6czNjcmV0JTNB"))
                .withRequestBody(containing("code=the-code"))
                .withRequestBody(containing("code_verifier=the-verifier"))
                .withRequestBody(containing("grant_type=authorization_code")));
    }

    @Test
    void an_address_counts_only_when_the_provider_verified_it() {
        answerWith(claims -> claims.claim("email", "m@example.org").claim("email_verified", true));
        assertThat(provider().redeem("c", ATTEMPT).userName()).contains("m@example.org");
        answerWith(claims -> claims.claim("email", "m@example.org").claim("email_verified", "true"));
        assertThat(provider().redeem("c", ATTEMPT).userName()).contains("subject-1");
    }

    @Test
    void a_provider_that_wants_the_secret_in_the_form_gets_it_there() {
        discovery(
                """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
             "token_endpoint_auth_methods_supported":["client_secret_post"]}
            """
                        .formatted(issuer()));
        answerWith(claims -> claims);
        assertThat(provider().redeem("c", ATTEMPT).subject()).isEqualTo("subject-1");
        PROVIDER.verify(postRequestedFor(urlEqualTo("/token"))
                .withoutHeader("Authorization")
                .withRequestBody(containing("client_secret=s3cret%3A")));
    }

    @ParameterizedTest
    @MethodSource("tokens_that_prove_nothing")
    void a_token_that_proves_nothing_is_refused(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        answerWith(change);
        assertThat(refusal()).as(why).isEqualTo("invalid_id_token");
    }

    static Stream<Arguments> tokens_that_prove_nothing() {
        return Stream.of(
                wrong("another issuer", claims -> claims.issuer("https://other.example.org")),
                wrong("another audience", claims -> claims.audience("other")),
                wrong("several audiences and no party", claims -> claims.audience(List.of(CLIENT, "other"))),
                wrong("another nonce", claims -> claims.claim("nonce", "other")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong("no subject", claims -> claims.subject(null)),
                wrong("no expiry", claims -> claims.expirationTime(null)),
                wrong(
                        "expired",
                        claims -> claims.expirationTime(
                                Date.from(new MovingClock().instant().minus(Duration.ofMinutes(2))))));
    }

    @Test
    void a_foreign_key_the_clients_secret_as_key_and_no_signature_at_all_are_refused() throws Exception {
        JWTClaimsSet claims = claims().build();
        SignedJWT foreign = new SignedJWT(header(), claims);
        foreign.sign(new RSASSASigner(key("k1")));
        tokens("{\"id_token\":\"" + foreign.serialize() + "\"}");
        assertThat(refusal()).isEqualTo("invalid_id_token");
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner(KEY.toPublicJWK().toJSONString()));
        tokens("{\"id_token\":\"" + symmetric.serialize() + "\"}");
        assertThat(refusal()).isEqualTo("invalid_id_token");
        tokens("{\"id_token\":\"" + new PlainJWT(claims).serialize() + "\"}");
        assertThat(refusal()).isEqualTo("invalid_id_token");
        tokens("{\"id_token\":\"nonsense\"}");
        assertThat(refusal()).isEqualTo("invalid_id_token");
    }

    @Test
    void keys_that_cannot_be_had_leave_the_token_unproven() {
        answerWith(claims -> claims);
        PROVIDER.stubFor(get("/keys").willReturn(aResponse().withStatus(500)));
        assertThat(refusal()).isEqualTo("invalid_id_token");
    }

    @Test
    void an_exchange_that_fails_says_so() {
        PROVIDER.stubFor(
                post("/token").willReturn(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}")));
        assertThat(refusal()).isEqualTo("token_exchange_failed");
        tokens("<html>");
        assertThat(refusal()).isEqualTo("token_exchange_failed");
    }

    @Test
    void an_answer_without_an_id_token_says_so() {
        tokens("{\"access_token\":\"x\"}");
        assertThat(refusal()).isEqualTo("no_id_token");
    }

    @Test
    void a_provider_that_is_away_or_another_than_expected_fails_discovery() {
        PROVIDER.stubFor(
                get("/.well-known/openid-configuration").willReturn(aResponse().withStatus(404)));
        assertThat(departure()).isEqualTo("oidc_discovery_failed");
        discovery("{\"issuer\":\"" + issuer() + "\"}");
        assertThat(departure()).isEqualTo("oidc_discovery_failed");
        discovery(
                """
            {"issuer":"%1$s/other","authorization_endpoint":"%1$s/a","token_endpoint":"%1$s/t","jwks_uri":"%1$s/k"}
            """
                        .formatted(issuer()));
        assertThat(departure()).isEqualTo("oidc_discovery_failed");
    }

    @Test
    void what_the_provider_says_about_itself_is_asked_once_in_ten_minutes() {
        OidcProvider provider = provider();
        for (int i = 0; i < 3; i++) {
            assertThat(provider.authorization(ATTEMPT)).isNotNull();
        }
        PROVIDER.verify(1, getRequestedFor(urlEqualTo("/.well-known/openid-configuration")));
        clock.advance(Duration.ofMinutes(10));
        assertThat(provider.authorization(ATTEMPT)).isNotNull();
        PROVIDER.verify(2, getRequestedFor(urlEqualTo("/.well-known/openid-configuration")));
    }

    private String refusal() {
        return catchThrowableOfType(OidcRefusal.class, () -> provider().redeem("c", ATTEMPT))
                .code();
    }

    private String departure() {
        return catchThrowableOfType(OidcRefusal.class, () -> provider().authorization(ATTEMPT))
                .code();
    }

    private OidcProvider provider() {
        OidcSettings settings = new OidcSettings(
                URI.create(issuer()),
                CLIENT,
                "s3cret:",
                "openid profile",
                URI.create("https://secplat.example.org/api/auth/oidc/callback"),
                Optional.empty());
        return new OidcProvider(settings, ProviderHttp.trusting(Optional.empty()), clock);
    }

    private void answerWith(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(header(), change.apply(claims()).build());
            token.sign(new RSASSASigner(KEY));
            tokens("{\"id_token\":\"" + token.serialize() + "\"}");
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject-1")
                .audience(CLIENT)
                .claim("nonce", "the-nonce")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
    }

    private static JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
    }

    private static void tokens(String json) {
        PROVIDER.stubFor(post("/token").willReturn(okJson(json)));
    }

    private static void discovery(String json) {
        PROVIDER.stubFor(get("/.well-known/openid-configuration").willReturn(okJson(json)));
    }

    private static String issuer() {
        return PROVIDER.baseUrl();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Arguments wrong(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(why, change);
    }
}
