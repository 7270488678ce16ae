package io.secplat.bench.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * All sites in one process, on one port of the loopback address: whatever name they are called by they are a modern server with
 * three suites of TLS 1.3, three of TLS 1.2, and one page. Says its port, and ends when nobody listens any more.
 */
public final class SitesMain {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
    };
    private static final int BACKLOG = 512;
    private static final int SILENCE_MS = 10_000;
    private static final byte[] ANSWER = answer();

    private SitesMain() {}

    /** @param arguments the two files of {@link SiteKeys} */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        SiteKeys keys = new SiteKeys(Path.of(arguments[0]), Path.of(arguments[1]));
        SSLServerSocket door = (SSLServerSocket)
                keys.server().getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        SSLParameters parameters = door.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(SUITES);
        door.setSSLParameters(parameters);
        System.out.println(door.getLocalPort());
        daemon(() -> serve(door)).start();
        while (System.in.read() >= 0) {
            // until whoever started this has ended
        }
    }

    private static void serve(SSLServerSocket door) {
        ExecutorService threads = Executors.newCachedThreadPool(SitesMain::daemon);
        try {
            while (true) {
                SSLSocket guest = (SSLSocket) door.accept();
                threads.execute(() -> talk(guest));
            }
        } catch (IOException e) {
            System.err.println("The sites are closed: " + e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "site");
        thread.setDaemon(true);
        return thread;
    }

    private static void talk(SSLSocket guest) {
        try (guest;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII))) {
            guest.setSoTimeout(SILENCE_MS);
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            OutputStream out = guest.getOutputStream();
            out.write(ANSWER);
            out.flush();
        } catch (IOException e) {
            // a greeting that nobody meant to finish
        }
    }

    private static byte[] answer() {
        String page = "<!doctype html><html><head><title>A site</title>"
                + "<script src=\"/app.js\"></script><meta name=\"referrer\" content=\"no-referrer\"></head><body>"
                + "<section><h2>Heading</h2><p>Some text of a page, with <a href=\"/more\">a link</a>.</p></section>"
                        .repeat(200)
                + "</body></html>";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length()
                + "\r\nStrict-Transport-Security: max-age=31536000"
                + "\r\nContent-Security-Policy: default-src 'self'; object-src 'none'"
                + "\r\nX-Content-Type-Options: nosniff\r\nSet-Cookie: session=1; Secure; HttpOnly"
                + "\r\nConnection: close\r\n\r\n";
        return (head + page).getBytes(StandardCharsets.US_ASCII);
    }
}
