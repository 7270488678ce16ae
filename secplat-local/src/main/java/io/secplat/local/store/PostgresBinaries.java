package io.secplat.local.store;

import io.secplat.local.process.Executables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The extracted server programs. PostgreSQL refuses to run as root: there it gets a user namespace of its own. */
record PostgresBinaries(Path folder) {

    private static final String VERSION = "17.11";

    static PostgresBinaries extractedTo(Path home) throws IOException {
        Path folder = home.resolve("postgres-" + VERSION);
        if (!Files.exists(folder)) {
            Platform platform = Platform.current();
            String resource = "/postgres-" + platform.os() + "-" + platform.postgresArchitecture() + ".txz";
            Path partial = home.resolve("postgres-" + VERSION + ".partial");
            Folders.delete(partial);
            try (InputStream in = Platform.resource(PostgresBinaries.class, resource)) {
                Txz.extract(in, partial);
            }
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    /** The command that runs one of the programs. */
    List<String> words(String program, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.add(Executables.find("unshare")
                    .orElseThrow(() -> new IOException(
                            "PostgreSQL does not run as root and there is no unshare; run as another user")));
            words.add("-U");
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
