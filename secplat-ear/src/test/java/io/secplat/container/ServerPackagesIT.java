package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Liberty server packages of the build, unpacked, configured and started as docs/OPERATIONS.md says. */
@InContainer
class ServerPackagesIT {

    private static final Path BUILD =
            Path.of(System.getProperty("container.home")).getParent();
    private static final Path CONFIGURATION = Path.of(System.getProperty("secplat.root"), "liberty");

    @TempDir
    private Path folder;

    @Test
    void the_package_with_liberty_needs_a_java_and_nothing_else() throws IOException {
        unpack(BUILD.resolve("secplat-liberty.zip"), folder);
        Path wlp = folder.resolve("wlp");
        int port = LibertyServer.freePort();
        WaysIn.writeSettings(wlp.resolve("usr"));
        WaysIn.writeOverride(wlp.resolve("usr/servers/api"), port);

        try (LibertyServer server = LibertyServer.launchAlone(wlp, wlp.resolve("usr"), "api")) {
            server.awaitReady(port);

            WaysIn.checkApi(port);
        }
    }

    @Test
    void both_packages_hold_the_application_and_every_server_as_the_repository_has_it() throws IOException {
        unpack(BUILD.resolve("secplat-servers.zip"), folder);

        assertThat(filesOf(folder.resolve("usr/servers"))).isEqualTo(filesOf(CONFIGURATION));
        assertThat(folder.resolve("usr/shared/apps/secplat.ear")).hasSameBinaryContentAs(BUILD.resolve("secplat.ear"));
        assertThat(folder.resolve("usr/shared/resources/jdbc")).isDirectoryContaining("glob:**/postgresql-*.jar");
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.endsWith("usr"));
        try (FileSystem zip = FileSystems.newFileSystem(BUILD.resolve("secplat-liberty.zip"))) {
            assertThat(filesOf(zip.getPath("wlp/usr"))).isEqualTo(filesOf(folder.resolve("usr")));
        }
    }

    /** Each file by its path, with a sum of its bytes. */
    private static List<String> filesOf(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + sum(file))
                    .sorted()
                    .toList();
        }
    }

    private static long sum(Path file) {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the permissions that the package states. */
    private static void unpack(Path archive, Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path file = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(entry, file);
                    Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
                }
            }
        }
    }
}
