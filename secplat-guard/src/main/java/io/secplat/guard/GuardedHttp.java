package io.secplat.guard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * GETs pages of targets that the guard allows, or asks whether others may read them, over connections pinned to the checked address, with bounds on time, head and
 * body. Sends no cookies, credentials or Referer. Failures are those of {@link GuardedConnections}, and ProtocolException or
 * EOFException when what comes back is not HTTP/1.
 */
public final class GuardedHttp {

    private static final int MOST_REDIRECTS = 5;

    private final GuardedConnections connections;

    public GuardedHttp(GuardedConnections connections) {
        this.connections = connections;
    }

    /** The answer of any status; after redirects that were followed, the last one. */
    public HttpAnswer get(HttpAsk ask) throws IOException {
        awaitTurn(ask);
        long start = System.nanoTime();
        HttpAnswer answer = getOnce(ask);
        for (int step = 0; ; step++) {
            Optional<TargetUrl> next = next(ask, answer);
            if (next.isEmpty()) {
                return answer;
            }
            if (step == MOST_REDIRECTS) {
                throw new ProtocolException("more than " + MOST_REDIRECTS + " redirects");
            }
            start += awaitTurn(ask);
            answer = getOnce(ask.to(next.get()).within(ask.limits().since(start)));
        }
    }

    /** The answer to a question over a connection that stands, whose time it takes; follows nothing. */
    public HttpAnswer get(HttpAsk ask, GuardedConnection connection) throws IOException {
        return converse(connection, ask);
    }

    /** Nanoseconds that the wait took: they are our politeness and none of the target's time. */
    private long awaitTurn(HttpAsk ask) throws IOException {
        long began = System.nanoTime();
        connections.pace().await(ask.url().endpoint().host());
        return System.nanoTime() - began;
    }

    /** Another host, or a port that is neither the asset's own nor allowed, ends the way; the redirect is the answer. */
    private Optional<TargetUrl> next(HttpAsk ask, HttpAnswer answer) {
        return ask.redirects() == HttpAsk.Redirects.NONE
                ? Optional.empty()
                : answer.redirect().filter(to -> connections.guard().mayFollow(ask.url(), to));
    }

    private HttpAnswer getOnce(HttpAsk ask) throws IOException {
        try (GuardedConnection connection = open(ask)) {
            return converse(connection, ask);
        }
    }

    private GuardedConnection open(HttpAsk ask) throws IOException {
        return ask.url().secure()
                ? connections.tlsNow(ask.url().endpoint(), ask.trust(), ask.limits())
                : connections.tcpNow(ask.url().endpoint(), ask.limits());
    }

    private static HttpAnswer converse(GuardedConnection connection, HttpAsk ask) throws IOException {
        try {
            connection.output().write(request(ask).getBytes(StandardCharsets.US_ASCII));
            connection.output().flush();
            InputStream in = new BufferedInputStream(connection.input());
            HttpHead head = HttpHead.read(in);
            return HttpAnswer.of(ask.url(), head, HttpBody.read(in, head, ask.maxBody()), connection.tls());
        } catch (IOException e) {
            throw connection.explained(e);
        }
    }

    private static String request(HttpAsk ask) {
        return ask.method() + " " + ask.url().path() + " HTTP/1.1\r\n"
                + "Host: " + ask.url().authority() + "\r\n"
                + ask.origin().map(GuardedHttp::preflight).orElse("")
                + "User-Agent: SecPlat\r\n"
                + "Accept: */*\r\n"
                + "Accept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
    }

    private static String preflight(String origin) {
        return "Origin: " + origin + "\r\nAccess-Control-Request-Method: GET\r\n";
    }
}
