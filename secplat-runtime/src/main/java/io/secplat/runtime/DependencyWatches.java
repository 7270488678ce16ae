package io.secplat.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The watches over what the roles of this server work with, and what they mean for it. */
public final class DependencyWatches {

    private final Needs needs;
    private final List<DependencyWatch> watches;

    /** Keeps those that a role of the server works with. */
    public DependencyWatches(Roles roles, List<DependencyWatch> watches) {
        this.needs = new Needs(roles);
        this.watches =
                watches.stream().filter(watch -> needs.uses(watch.dependency())).toList();
    }

    /** Gives each a thread of the executor. */
    public void start(Executor executor) {
        watches.forEach(executor::execute);
    }

    public void stop() {
        watches.forEach(DependencyWatch::stop);
    }

    /** What is known of it; empty when no role of this server works with it. */
    public Optional<DependencyState> state(Dependency dependency) {
        return watches.stream()
                .filter(watch -> watch.dependency() == dependency)
                .findFirst()
                .map(DependencyWatch::state);
    }

    /** The health check of the dependency's name. */
    public HealthCheckResponse check(Dependency dependency) {
        return state(dependency)
                .map(state -> state.verdict(dependency, needs.needs(dependency)).as(dependency.wire()))
                .orElseGet(() -> Verdict.off(dependency.wire()));
    }
}
