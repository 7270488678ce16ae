package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.monitoring.Dashboards;
import io.secplat.monitoring.Dashboards.Query;
import io.secplat.monitoring.JsonService;
import io.secplat.monitoring.LuceneAnswer;
import io.secplat.monitoring.LuceneSearch;
import io.secplat.monitoring.PrometheusServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every panel of every dashboard shows something of a platform that runs and has told people something. */
class DashboardsJourneyIT {

    private static final Logger LOG = Logger.getLogger(DashboardsJourneyIT.class.getName());
    private static final String ASSET = "verify-web";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String CHECKS = "sum(rate(probe_lag_seconds_count[1m]))";

    /** In expressions of ours nothing but a figure has an underscore between letters. */
    private static final Pattern FIGURE = Pattern.compile("\\b(up|[A-Za-z]+(?:_[A-Za-z]+)+)\\b");

    /** Figures that appear with the first trouble that they count. */
    private static final Set<String> AFTER_TROUBLE = Set.of(
            "stream_retries_total",
            "stream_dead_letters_total",
            "stream_reclaimed_total",
            "stream_held_total",
            "notify_suppressed_total");

    private static final String OURS = "(stream|outbox|probe|event_buffer|notify|http_requests|process_uptime)_?.*";

    private static final List<String> SERVERS =
            List.of("API", "INGESTION", "DERIVER", "SCAN_WORKERS", "CORRELATOR", "NOTIFIER");

    private static Platform platform;
    private static JsonService search;
    private static @Nullable PrometheusServer prometheus;

    @BeforeAll
    static void tell_somebody_and_scrape() throws IOException {
        platform = Platform.shared();
        search = new JsonService(platform.port("OPENSEARCH"));
        Http api = platform.admin();
        probeOften(api);
        api.post("/api/notifications/test", Http.json(Map.of())).expect(200);
        await().atMost(Platform.PATIENCE).until(() -> !platform.messages().isEmpty());
        await().atMost(Platform.PATIENCE)
                .until(() -> api.get("/api/posture/" + ASSET).status() == 200);
        if (PrometheusServer.isInstalled()) {
            Path home = Files.createDirectories(platform.data().resolveSibling("prometheus"));
            PrometheusServer server = PrometheusServer.start(home, targets());
            prometheus = server;
            await().atMost(Platform.PATIENCE)
                    .until(() -> !server.values(CHECKS + " > 0").isEmpty());
        }
        LOG.info("Panels: " + Dashboards.panels() + ", queries: "
                + Dashboards.queries().size());
    }

    @AfterAll
    static void stop_scraping() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    static Stream<Query> searches() throws IOException {
        return Dashboards.queries().stream().filter(query -> !query.isExpression());
    }

    static Stream<Query> expressions() throws IOException {
        return Dashboards.queries().stream().filter(Query::isExpression);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void a_panel_shows_what_opensearch_holds(Query query) throws IOException {
        String index = Dashboards.indices().get(query.source());
        LuceneSearch lucene = new LuceneSearch(forAsset(query.target()));
        Instant now = Instant.now();

        JsonObject body = lucene.body(now.minus(1, ChronoUnit.HOURS), now);
        JsonObject answer = search.post("/" + index + "/_search", body);

        assertThat(answer.getJsonObject("_shards").getInt("failed")).isZero();
        assertThat(new LuceneAnswer(lucene, answer).shows())
                .as("%s of %s", answer, body)
                .isTrue();
        assertThat(fields(index)).containsAll(lucene.fields());
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void a_panel_shows_what_prometheus_holds(Query query) {
        String expression = query.target()
                .getString("expr")
                .replace("$__rate_interval", "1m")
                .replace("$__range", "1h");

        PrometheusServer server = running();

        // A rate shows once its figure has grown between two scrapes of its own server.
        await().alias(expression).atMost(SOON).until(() -> !server.values(expression)
                .isEmpty());
    }

    /** Panels that fall back to 0 would hide a figure that nobody has any more. */
    @Test
    void each_figure_of_a_panel_is_there() throws IOException {
        PrometheusServer server = running();
        Set<String> figures = expressions()
                .map(query -> query.target().getString("expr"))
                .flatMap(expression -> FIGURE.matcher(expression).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(figures).contains("up", "notify_sent_total", "stream_lag").containsAll(AFTER_TROUBLE);

        figures.removeAll(AFTER_TROUBLE);
        assertThat(figures).allSatisfy(figure -> assertThat(server.values("count(" + figure + ")"))
                .as(figure)
                .isNotEmpty());
    }

    @Test
    void each_figure_of_ours_says_what_it_is() {
        Map<String, String> helps = new TreeMap<>(running().helps());
        helps.keySet().removeIf(figure -> !figure.matches(OURS));

        assertThat(helps)
                .hasSizeGreaterThan(15)
                .allSatisfy((figure, help) -> assertThat(help).as(figure).contains(" "));
    }

    @Test
    void every_alert_rule_can_be_evaluated() {
        PrometheusServer server = running();

        await().atMost(Platform.PATIENCE).untilAsserted(() -> assertThat(server.rules())
                .isNotEmpty()
                .allSatisfy((name, health) -> assertThat(health).as(name).isEqualTo("ok")));
    }

    /** A rate needs something that happens between two scrapes. */
    private static void probeOften(Http api) {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", "http://127.0.0.1:" + platform.port("VERIFY_WEB") + "/")
                .add("interval_seconds", 5)
                .add("timeout_ms", 2000)
                .build();
        api.patch("/api/assets/by-key/" + ASSET, Http.json(Map.of("probe", probe)))
                .expect(200);
    }

    private static PrometheusServer running() {
        assumeThat(prometheus).as("Debian's package prometheus is installed").isNotNull();
        return Objects.requireNonNull(prometheus);
    }

    private static JsonObject forAsset(JsonObject target) {
        String query = target.getString("query").replace("$asset", ASSET);
        return Json.createObjectBuilder(target).add("query", query).build();
    }

    private static Iterable<String> fields(String index) {
        return search.get("/" + index + "/_mapping")
                .values()
                .iterator()
                .next()
                .asJsonObject()
                .getJsonObject("mappings")
                .getJsonObject("properties")
                .keySet();
    }

    private static Map<String, String> targets() {
        Map<String, String> targets = new TreeMap<>();
        SERVERS.forEach(server ->
                targets.put(server.toLowerCase(Locale.ROOT).replace('_', '-'), "127.0.0.1:" + platform.port(server)));
        return targets;
    }
}
