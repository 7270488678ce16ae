package io.secplat.workers.scan.tls;

import io.secplat.guard.TestCertificates;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * TLS servers of the JDK in a process of their own, whose settings forbid nothing: reads one server a line ({@code certificate
 * versions suites order hsts}) and tells its port, until nobody listens any more.
 */
final class LegacyServers {

    private LegacyServers() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        TestCertificates certificates = TestCertificates.at(Path.of(arguments[0]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            SSLServerSocket server = open(certificates, words);
            String page = page(words[4]);
            Thread thread = new Thread(() -> serve(server, page));
            thread.setDaemon(true);
            thread.start();
            out.println(server.getLocalPort());
        }
    }

    private static SSLServerSocket open(TestCertificates certificates, String[] words)
            throws IOException, GeneralSecurityException {
        SSLServerSocket server = (SSLServerSocket) certificates
                .server(words[0])
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        SSLParameters parameters = server.getSSLParameters();
        parameters.setProtocols(words[1].split(","));
        parameters.setCipherSuites(words[2].split(","));
        parameters.setUseCipherSuitesOrder(words[3].equals("server"));
        server.setSSLParameters(parameters);
        return server;
    }

    private static String page(String hstsSeconds) {
        String hsts = hstsSeconds.equals("0") ? "" : "Strict-Transport-Security: max-age=" + hstsSeconds + "\r\n";
        return "HTTP/1.1 200 OK\r\n" + hsts + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static void serve(SSLServerSocket server, String page) {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.setSoTimeout(2_000);
                client.startHandshake();
                client.getInputStream().read(new byte[4_096]);
                client.getOutputStream().write(page.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // A client that goes away after the first answer is what this server is for.
                continue;
            }
        }
    }
}
