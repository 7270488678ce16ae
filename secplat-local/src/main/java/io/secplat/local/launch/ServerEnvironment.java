package io.secplat.local.launch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment of each Liberty server: what its role needs, and no secret beyond that. */
record ServerEnvironment(Layout layout, Settings settings, Secrets secrets, Map<String, String> inherited) {

    /** The setting that switches the consoles on. */
    static final String CONSOLE = "SECPLAT_CONSOLE";

    /** The setting that names another file with key and certificate. */
    static final String CONSOLE_KEYSTORE = "CONSOLE_KEYSTORE";

    /** The setting that lets a second user in, who may look and not act. */
    static final String CONSOLE_READER = "SECPLAT_CONSOLE_READER";

    /** The one who may sign in to the consoles of the local run. */
    static final String OPERATOR = "operator";

    private static final String READER = "reader";

    private static final List<String> FROM_THE_MACHINE =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME", "JDK_JAVA_OPTIONS", "USER");

    Map<String, String> of(Part server) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        FROM_THE_MACHINE.stream()
                .filter(inherited::containsKey)
                .forEach(name -> environment.put(name, inherited.getOrDefault(name, "")));
        settings.variables().forEach((name, value) -> {
            if (Settings.mayKnow(server, name)) {
                environment.put(name, value);
            }
        });
        common(server, environment);
        switch (server) {
            case API -> api(environment);
            case INGESTION -> ingestion(environment);
            case DERIVER -> search(environment);
            case SCAN_WORKERS -> service("SCANNER", environment);
            case CORRELATOR -> service("CORRELATOR", environment);
            case NOTIFIER -> notifier(environment);
            default -> everything(environment);
        }
        return environment;
    }

    private void common(Part server, Map<String, String> environment) throws IOException {
        environment.put("SECPLAT_ROLES", server.title());
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("keystore_password", secrets.password("keystore"));
        if (settings.hasConsoles()) {
            environment.put("CONSOLE_PORT", Integer.toString(settings.consolePort(server)));
            environment.put("CONSOLE_USER", OPERATOR);
            environment.put("CONSOLE_PASSWORD", secrets.password("console"));
            if (settings.get(CONSOLE_READER).filter("on"::equals).isPresent()) {
                environment.put("CONSOLE_READER", READER);
                environment.put("CONSOLE_READER_PASSWORD", secrets.password("console-reader"));
            }
        }
        environment.put("REDIS_URL", "redis://127.0.0.1:" + settings.port(Part.REDIS));
        environment.put("API_URL", frontDoor() + "/api");
        environment.putIfAbsent("FRONTEND_URL", frontDoor());
        environment.putIfAbsent("SECPLAT_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    }

    private void api(Map<String, String> environment) throws IOException {
        search(environment);
        environment.put("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + settings.port(Part.POSTGRES) + "/secplat");
        environment.put("POSTGRES_USER", "secplat");
        environment.put("POSTGRES_PASSWORD", secrets.password("postgres"));
        environment.put("AUDIT_HMAC_KEY_FILE", secrets.auditKeys().toString());
        environment.put("JWT_PRIVATE_KEY_FILE", secrets.privateKey().toString());
        environment.put("ADMIN_PASSWORD", secrets.password("admin"));
        for (String service : List.of("SCANNER", "INGESTION", "CORRELATOR")) {
            service(service, environment);
        }
        environment.putIfAbsent("API_HEALTH_URL", frontDoor() + "/api/health");
        environment.putIfAbsent("VERIFY_WEB_URL", settings.url(Part.VERIFY_WEB) + "/");
        environment.putIfAbsent("JUICE_URL", settings.url(Part.SHOP) + "/");
        environment.putIfAbsent("EXAMPLE_COM_URL", "https://example.com");
    }

    private void ingestion(Map<String, String> environment) throws IOException {
        search(environment);
        service("INGESTION", environment);
        environment.putIfAbsent(
                "INGESTION_STATE_DIR", layout.home(Part.INGESTION).toString());
    }

    private void notifier(Map<String, String> environment) {
        environment.putIfAbsent("SLACK_WEBHOOK_URL", settings.url(Part.INBOX) + "/slack/webhook/local");
    }

    private void search(Map<String, String> environment) {
        environment.put("OPENSEARCH_URL", settings.url(Part.OPENSEARCH));
    }

    private void service(String name, Map<String, String> environment) throws IOException {
        environment.put(name + "_SERVICE_PASSWORD", secrets.password(name.toLowerCase(Locale.ROOT) + "-service"));
    }

    private void everything(Map<String, String> environment) throws IOException {
        api(environment);
        ingestion(environment);
        notifier(environment);
    }

    private String frontDoor() {
        return settings.url(Part.API);
    }
}
