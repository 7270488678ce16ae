package io.secplat.local.launch;

import io.secplat.local.process.StartFailedException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the person who starts the platform has set by environment variables. It is written down at {@code up}, so that
 * a later {@code start} in another terminal continues with the same.
 *
 * @param variables only those that mean something to SecPlat
 */
public record Settings(Map<String, String> variables) {

    private static final int CONSOLE_DISTANCE = 363;

    private static final Pattern OURS = Pattern.compile(
            "(SECPLAT|SLACK|TWILIO|WHATSAPP|SMS|JIRA|JOB|STREAM|RETRY|DEBOUNCE|FLAP|STALE"
                    + "|ALERT|DERIVER|INGESTION|SCANNER|CORRELATOR|NOTIFIER|NOTIFY|RATE_LIMIT|MAX|SCAN|HSTS|JWT|OIDC|LATENCY|RETENTION|GROUP|POSTURE|FINDINGS)_.*"
                    + "|io_secplat_.*|ADMIN_USERNAME|CONSOLE_KEYSTORE|(JUICE|VERIFY_WEB|EXAMPLE_COM|API_HEALTH|FRONTEND)_URL");

    public Settings {
        variables = Map.copyOf(variables);
    }

    /** The variables of an environment that are ours. */
    public static Settings of(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<>(environment);
        ours.keySet().removeIf(name -> !OURS.matcher(name).matches());
        return new Settings(ours);
    }

    /** What an earlier {@code up} was given; empty settings when there was none. */
    public static Settings load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Settings(Map.of());
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        Map<String, String> variables = new TreeMap<>();
        stored.stringPropertyNames().forEach(name -> variables.put(name, stored.getProperty(name)));
        return new Settings(variables);
    }

    /** Writes them to a file that only its owner may read, for webhook addresses are secrets. */
    public void store(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(variables);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        PrivateFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** These settings, with those of the other where both have one. */
    public Settings overriddenBy(Settings other) {
        Map<String, String> merged = new TreeMap<>(variables);
        merged.putAll(other.variables);
        return new Settings(merged);
    }

    Settings portsOnly() {
        Map<String, String> ports = new TreeMap<>();
        for (Part part : Part.values()) {
            ports.put(part.portVariable(), Integer.toString(port(part)));
        }
        return new Settings(ports);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** The port of a part; a StartFailedException names the variable when its value is no port. */
    public int port(Part part) {
        String value = get(part.portVariable()).orElse(Integer.toString(part.usualPort()));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new StartFailedException(part.portVariable() + " must be a port from 1 to 65535, was " + value);
        }
        return Integer.parseInt(value);
    }

    /** Whether the servers have consoles for operators. */
    boolean hasConsoles() {
        return get(ServerEnvironment.CONSOLE).filter("on"::equals).isPresent();
    }

    /** The port of a server's console: that of the server and 363, so that the API's is 9443. */
    int consolePort(Part server) {
        return port(server) + CONSOLE_DISTANCE;
    }

    public String url(Part part) {
        return "http://127.0.0.1:" + port(part);
    }
}
