package io.secplat.container;

import io.secplat.client.Http;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One client for each kind of caller that docs/ROLES.md knows. */
final class Callers {

    private static final String PASSWORD = "container-Passw0rd-caller";
    private static final Map<String, String> SERVICES = Map.of(
            "scanner-service", System.getenv("SCANNER_SERVICE_PASSWORD"),
            "ingestion-service", System.getenv("INGESTION_SERVICE_PASSWORD"),
            "correlator-service", System.getenv("CORRELATOR_SERVICE_PASSWORD"));

    private final Map<String, Http> signedIn = new LinkedHashMap<>();

    private Callers() {}

    /** All of them, signed in. */
    static Callers all(List<String> names) {
        Http admin = ApiBench.admin();
        create(admin, "viewer");
        create(admin, "analyst");
        Callers callers = new Callers();
        names.forEach(name -> callers.signedIn.put(name, fresh(name)));
        return callers;
    }

    /** The same client for the whole run. */
    Http get(String name) {
        return signedIn.get(name);
    }

    /** A client with a session of its own, which it may end. */
    static Http fresh(String name) {
        Http client = new Http(ApiBench.BASE);
        return switch (name) {
            case "none" -> client;
            case "admin" -> client.signIn(name, ApiBench.PASSWORD);
            case "viewer", "analyst" -> client.signIn(user(name), PASSWORD);
            default -> client.signIn(name, SERVICES.get(name));
        };
    }

    private static void create(Http admin, String role) {
        admin.post(
                "/api/auth/users",
                Json.createObjectBuilder()
                        .add("username", user(role))
                        .add("role", role)
                        .add("password", PASSWORD)
                        .build());
    }

    private static String user(String role) {
        return "caller-" + role;
    }
}
