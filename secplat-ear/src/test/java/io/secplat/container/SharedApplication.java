package io.secplat.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The packaged application where servers that are started beside Arquillian's find it. */
final class SharedApplication {

    private SharedApplication() {}

    /** Puts it where an operator would. */
    static void deploy() {
        Path apps = Path.of(System.getProperty("container.home"), "shared", "apps");
        try {
            Files.createDirectories(apps);
            Files.copy(
                    Path.of(System.getenv("SECPLAT_EAR")),
                    apps.resolve("secplat.ear"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
