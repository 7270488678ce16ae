package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one port of this machine: 127.0.0.1 stands for a public address that is allowed, 127.0.0.2 for one that is not. */
class RebindingTest {

    private static final String GOOD = "127.0.0.1";
    private static final String FORBIDDEN = "127.0.0.2";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> spokenTo = new CopyOnWriteArrayList<>();
    private final Deque<List<String>> answers = new ArrayDeque<>();
    private int port;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void a_name_that_changes_between_check_and_connection_leads_to_the_checked_address() throws Exception {
        serveBoth("/end");
        nameserver(GOOD, FORBIDDEN, FORBIDDEN);

        assertThat(http().get(ask("/end")).bodyText()).isEqualTo(GOOD);

        assertThat(spokenTo).containsExactly(GOOD);
        assertThat(answers).hasSize(2);
    }

    @Test
    void a_name_that_changes_before_a_redirect_is_refused_at_the_redirect() throws Exception {
        serveBoth("/end");
        nameserver(GOOD, FORBIDDEN);

        assertThatThrownBy(() -> http().get(ask("/start").following(HttpAsk.Redirects.SAME_HOST)))
                .isInstanceOfSatisfying(TargetRefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.LOOPBACK));

        assertThat(spokenTo).containsExactly(GOOD);
    }

    @Test
    void a_name_that_stays_is_checked_again_at_each_redirect() throws Exception {
        serveBoth("/end");
        nameserver(GOOD, GOOD, FORBIDDEN);

        assertThat(http().get(ask("/start").following(HttpAsk.Redirects.SAME_HOST))
                        .bodyText())
                .isEqualTo(GOOD);

        assertThat(spokenTo).containsExactly(GOOD, GOOD);
        assertThat(answers).hasSize(1);
    }

    @Test
    void one_forbidden_address_among_others_refuses_the_name_whatever_its_place() throws Exception {
        serveBoth("/end");
        for (String mixed : List.of(GOOD + "," + FORBIDDEN, FORBIDDEN + "," + GOOD, GOOD + "," + GOOD + ",::1")) {
            nameserver(mixed);
            assertThatThrownBy(() -> http().get(ask("/end"))).isInstanceOf(TargetRefusedException.class);
        }

        assertThat(spokenTo).isEmpty();
    }

    @Test
    void an_address_that_does_not_answer_is_not_made_up_for_by_asking_for_the_name_again() throws Exception {
        serve(FORBIDDEN, 0, "/end");
        nameserver(GOOD, FORBIDDEN);

        assertThatThrownBy(() -> http().get(ask("/end"))).isInstanceOf(java.net.ConnectException.class);

        assertThat(spokenTo).isEmpty();
        assertThat(answers).hasSize(1);
    }

    @Test
    void a_kept_connection_is_not_used_again_and_the_next_question_is_checked_anew() throws Exception {
        serveBoth("/end");
        nameserver(GOOD, FORBIDDEN);
        GuardedHttp http = http();

        assertThat(http.get(ask("/end")).bodyText()).isEqualTo(GOOD);
        assertThatThrownBy(() -> http.get(ask("/end"))).isInstanceOf(TargetRefusedException.class);

        assertThat(spokenTo).containsExactly(GOOD);
    }

    @Test
    void plain_and_tls_connections_are_pinned_as_well() throws Exception {
        serveBoth("/end");
        nameserver(GOOD, FORBIDDEN, FORBIDDEN);
        GuardedConnections connections = connections();
        Endpoint endpoint = Endpoint.parse("rebound.example:" + port);

        try (GuardedConnection connection = connections.tcp(endpoint, TimeLimits.DEFAULT)) {
            assertThat(connection.address().getHostAddress()).isEqualTo(GOOD);
        }
        assertThatThrownBy(() -> connections.tls(endpoint, TlsTrust.OBSERVED, TimeLimits.DEFAULT))
                .isInstanceOf(TargetRefusedException.class);
        assertThat(answers).hasSize(1);
    }

    private HttpAsk ask(String path) {
        return HttpAsk.of(TargetUrl.parse("http://rebound.example:" + port + path));
    }

    private GuardedHttp http() {
        return new GuardedHttp(connections());
    }

    private GuardedConnections connections() {
        TargetGuard guard = new TargetGuard(AllowedNetworks.parse(GOOD), this::resolve);
        GuardedConnections connections =
                new GuardedConnections(guard, TrustedRoots.of(List.of()), Clock.systemUTC(), Pace.of(1_000));
        open.add(connections);
        return connections;
    }

    /** What the name resolves to, one answer a question, addresses parted by commas. */
    private void nameserver(String... inTurn) {
        answers.clear();
        answers.addAll(
                Arrays.stream(inTurn).map(each -> List.of(each.split(","))).toList());
    }

    private List<InetAddress> resolve(String name) throws IOException {
        if (answers.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return answers.remove().stream().map(Corpus::address).toList();
    }

    private void serveBoth(String end) throws IOException {
        port = serve(GOOD, 0, end);
        int same = serve(FORBIDDEN, port, end);
        assertThat(same).isEqualTo(port);
    }

    /** Says who it is, and sends everybody else who asks for another page to it. */
    private int serve(String address, int at, String end) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, at), 0);
        server.createContext("/", exchange -> {
            spokenTo.add(address);
            boolean there = exchange.getRequestURI().getPath().equals(end);
            if (!there) {
                exchange.getResponseHeaders().add("Location", end);
            }
            exchange.getResponseHeaders().add("Connection", "keep-alive");
            byte[] body = address.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(there ? 200 : 302, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        port = server.getAddress().getPort();
        return port;
    }
}
