package io.secplat.local.launch;

import java.nio.file.Path;

/**
 * Where everything lies.
 *
 * @param root the checked-out project with what its build made
 * @param data all that the local run writes; usually {@code .secplat} below the root
 */
public record Layout(Path root, Path data) {

    public Layout {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    public Path home(Part part) {
        return data.resolve(part.title());
    }

    Path log(Part part) {
        return data.resolve("logs").resolve(part.title() + ".log");
    }

    Path run() {
        return data.resolve("run");
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    /** Liberty's user directory: {@code servers} with the configurations, {@code shared/apps} with the application. */
    Path liberty() {
        return data.resolve("liberty");
    }

    Path libertyInstallation() {
        return root.resolve("secplat-ear/target/liberty/wlp");
    }

    Path libertyConfiguration() {
        return root.resolve("liberty");
    }

    Path application() {
        return root.resolve("secplat-ear/target/secplat.ear");
    }

    Path wellKnown(Part target) {
        return home(target).resolve(".well-known").resolve("secplat-verification.txt");
    }
}
