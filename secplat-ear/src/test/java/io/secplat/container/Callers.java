package io.secplat.container;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Somebody who may only read. */
    static Http viewer() {
        create(ApiBench.admin(), "viewer");
        return fresh("viewer");
    }

    /** The same client for the whole run. */
    Http get(String name) {
        return signedIn.get(name);
    }

    /** A client with a session of its own, which it may end. */
    static Http fresh(String name) {
        Http client = new Http(ApiBench.BASE);
        return name.equals("none") ? client : client.signIn(user(name), password(name));
    }

    /** The cookies of a fresh session of a caller, as a browser sends them. */
    static String cookies(String name) {
        Answer begun = new Http(ApiBench.BASE)
                .post("/api/auth/session", Http.json(Map.of("username", user(name), "password", password(name))))
                .expect(200);
        return begun.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String password(String name) {
        return switch (name) {
            case "admin" -> ApiBench.PASSWORD;
            case "viewer", "analyst" -> PASSWORD;
            default -> SERVICES.get(name);
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

    private static String user(String name) {
        return name.equals("viewer") || name.equals("analyst") ? "caller-" + name : name;
    }
}
