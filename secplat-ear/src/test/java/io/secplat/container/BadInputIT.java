package io.secplat.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.secplat.client.Answer;
import io.secplat.openapi.ApiDocument;
import io.secplat.openapi.ApiDocument.Call;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated garbage, sent to every call of the contract by an administrator: whatever comes, the answer is one that the contract
 * names, never a failure of the server, and tells nothing about how the server is made. {@code -Dbadinput.tries} says how much,
 * {@code -Dbadinput.seed} repeats a run. The container lives as long as Jupiter's tests, so that jqwik makes the garbage here and
 * does not run the tests.
 */
@InContainer
class BadInputIT {

    private static final int TRIES = Integer.getInteger("badinput.tries", 30);
    private static final long SEED = Optional.ofNullable(System.getProperty("badinput.seed"))
            .filter(text -> !text.isBlank())
            .map(Long::parseLong)
            .orElseGet(() -> new SecureRandom().nextLong());
    private static final Set<String> ENDS_THE_SESSION = Set.of("POST /api/auth/logout", "DELETE /api/auth/session");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static String token;

    @BeforeAll
    static void sign_in() {
        System.out.println("badinput.seed=" + SEED);
        ApiBench.awaitReady();
        token = ApiBench.admin().token();
    }

    static List<Call> calls() {
        return ApiDocument.shipped().calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void garbage_is_answered_as_the_contract_says(Call call) {
        Random random = new Random(SEED);
        JqwikSession.run(() -> {
            var attempts = attempts(call).generator(TRIES);
            for (int n = 0; n < TRIES; n++) {
                send(call, attempts.next(random).value());
            }
        });
    }

    private static void send(Call call, Attempt attempt) {
        String mine =
                ENDS_THE_SESSION.contains(call.toString()) ? ApiBench.admin().token() : token;
        Answer answer = attempt.send(mine);
        try {
            Graceful.check(call, attempt, answer);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + SEED + ": " + attempt + "\n" + e.getMessage(), e);
        }
    }

    /** Mostly one thing is wrong, so that what lies behind the first check is reached, too. */
    private static Arbitrary<Attempt> attempts(Call call) {
        Arbitrary<String> path = rarely(path(call, Arbitraries.just("999999999")), path(call, Garbage.segment()));
        Arbitrary<String> query = rarely(Arbitraries.just(""), query(call));
        Arbitrary<List<String>> headers = Combinators.combine(
                        rarely(
                                Arbitraries.just(contentType(call)),
                                Garbage.contentType().map("Content-Type: "::concat)),
                        rarely(Arbitraries.just("Accept: */*"), Garbage.header()))
                .as((type, other) -> List.of(type, other));
        return Combinators.combine(path, query, headers, body(call))
                .as((segments, values, lines, bytes) -> new Attempt(call.method(), segments + values, lines, bytes));
    }

    private static <T> Arbitrary<T> rarely(Arbitrary<T> good, Arbitrary<T> bad) {
        return Arbitraries.frequencyOf(Tuple.of(3, good), Tuple.of(1, bad));
    }

    private static Arbitrary<String> path(Call call, Arbitrary<String> segment) {
        List<String> parts = new ArrayList<>(List.of(call.path().split("\\{[^}]+}", -1)));
        return segment.list().ofSize(parts.size() - 1).map(values -> {
            StringBuilder path = new StringBuilder(parts.get(0));
            for (int n = 1; n < parts.size(); n++) {
                path.append(values.get(n - 1)).append(parts.get(n));
            }
            return path.toString();
        });
    }

    private static Arbitrary<String> query(Call call) {
        List<String> names = new ArrayList<>(List.of("unknown", "cursor", "limit"));
        if (call.operation().getParameters() != null) {
            call.operation().getParameters().stream()
                    .filter(parameter -> parameter.getIn().equals("query"))
                    .map(Parameter::getName)
                    .forEach(names::add);
        }
        return Combinators.combine(Arbitraries.of(names), Garbage.queryValue())
                .as((name, value) -> name + "=" + value)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(pairs -> "?" + String.join("&", pairs));
    }

    private static String contentType(Call call) {
        return "Content-Type: " + media(call).map(Map.Entry::getKey).orElse("application/json");
    }

    private static Arbitrary<byte[]> body(Call call) {
        return media(call).map(BadInputIT::body).orElse(Arbitraries.just(new byte[0]));
    }

    private static Arbitrary<byte[]> body(Map.Entry<String, MediaType> media) {
        JsonNode example = Json.mapper().valueToTree(media.getValue().getExample());
        List<String> names = new ArrayList<>();
        example.fieldNames().forEachRemaining(names::add);
        return media.getKey().equals(FORM) ? Garbage.form(names) : Garbage.json(example);
    }

    private static Optional<Map.Entry<String, MediaType>> media(Call call) {
        return Optional.ofNullable(call.operation().getRequestBody())
                .flatMap(body -> body.getContent().entrySet().stream().findFirst());
    }
}
