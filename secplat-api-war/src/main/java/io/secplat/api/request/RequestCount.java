package io.secplat.api.request;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How many calls were answered how, and how long the process has run, at {@code /metrics}. */
@ApplicationScoped
public class RequestCount {

    private static final double MILLIS = 1_000.0;
    private static final Metadata REQUESTS = Metadata.builder()
            .withName("http_requests_total")
            .withDescription("Answered HTTP requests by method, route and class of status")
            .build();
    private static final Metadata UPTIME = Metadata.builder()
            .withName("process_uptime_seconds")
            .withDescription("Time since the start of the process")
            .withUnit("seconds")
            .build();

    private final Map<Answered, Counter> counters = new ConcurrentHashMap<>();

    @Inject
    MetricRegistry registry;

    private record Answered(String method, String path, int hundreds) {}

    @PostConstruct
    void publishUptime() {
        registry.gauge(UPTIME, () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    /** One more answer. The route is a template, so the number of counters is bounded. */
    void answered(String method, String route, int status) {
        counters.computeIfAbsent(new Answered(method, route, status / 100), this::counter)
                .inc();
    }

    private Counter counter(Answered answered) {
        return registry.counter(
                REQUESTS,
                new Tag("method", answered.method),
                new Tag("path", answered.path),
                new Tag("status", answered.hundreds + "xx"));
    }
}
