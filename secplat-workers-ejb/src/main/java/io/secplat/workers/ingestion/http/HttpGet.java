package io.secplat.workers.ingestion.http;

import io.secplat.guard.Endpoint;
import io.secplat.guard.TargetUrl;
import io.secplat.workers.ingestion.tcp.Deadline;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One GET on a connection of its own, so that each check sees what a newcomer would see. */
final class HttpGet {

    private final Dialer dialer;
    private final TlsHandshake tls;

    HttpGet(Dialer dialer, TlsHandshake tls) {
        this.dialer = dialer;
        this.tls = tls;
    }

    HttpAnswer send(TargetUrl target, Deadline deadline) throws IOException {
        try (Socket raw = dialer.dial(target.endpoint(), deadline)) {
            Socket socket = target.secure() ? secured(raw, target.endpoint()) : raw;
            socket.getOutputStream().write(request(target));
            socket.getOutputStream().flush();
            return new AnswerReader(socket.getInputStream()).read();
        }
    }

    private Socket secured(Socket raw, Endpoint endpoint) throws IOException {
        return tls.over(raw, endpoint.host().value(), endpoint.port());
    }

    private static byte[] request(TargetUrl target) {
        return ("GET " + target.path() + " HTTP/1.1\r\n"
                        + "Host: " + target.authority() + "\r\n"
                        + "User-Agent: SecPlat-Prober\r\n"
                        + "Accept: */*\r\n"
                        + "Accept-Encoding: identity\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
