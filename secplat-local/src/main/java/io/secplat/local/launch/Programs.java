package io.secplat.local.launch;

import io.secplat.local.process.Program;
import io.secplat.local.store.OpenSearchProgram;
import io.secplat.local.store.PostgresProgram;
import io.secplat.local.store.RedisProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns each part of the platform into the program that plays it. */
record Programs(Layout layout, Settings settings, Secrets secrets, Map<String, String> inherited) {

    Program of(Part part) throws IOException {
        Path home = layout.home(part);
        int port = settings.port(part);
        return switch (part) {
            case POSTGRES -> new PostgresProgram(home, port, secrets.password("postgres"));
            case REDIS -> new RedisProgram(home, port);
            case OPENSEARCH -> new OpenSearchProgram(home, port, List.of());
            case INBOX -> helper(part, "/health", "io.secplat.local.inbox.InboxMain", List.of());
            case VERIFY_WEB, SHOP -> helper(part, "/", "io.secplat.local.target.TargetMain", List.of(part.title()));
            case API, INGESTION, DERIVER, SCAN_WORKERS, CORRELATOR, NOTIFIER, ALL ->
                new LibertyProgram(
                        part, port, layout, new ServerEnvironment(layout, settings, secrets, inherited).of(part));
        };
    }

    private Program helper(Part part, String readiness, String mainClass, List<String> first) {
        List<String> arguments = new ArrayList<>(first);
        arguments.add(Integer.toString(settings.port(part)));
        arguments.add(layout.home(part).toString());
        return new JavaProgram(part.title(), settings.port(part), layout.home(part), readiness, mainClass, arguments);
    }
}
