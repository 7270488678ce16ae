package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every secret that the platform was given or made, by a name that may be told. */
record PlatformSecrets(Map<String, String> all) {

    private static final int SHORTEST = 8;

    static PlatformSecrets of(Platform platform) throws IOException {
        Map<String, String> all = new TreeMap<>(Platform.CANARIES);
        all.put("the administrator's password", platform.adminPassword());
        try (Stream<Path> files = Files.list(platform.data().resolve("secrets"))) {
            for (Path file : files.filter(PlatformSecrets::isSecret).toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.length() >= SHORTEST && !line.startsWith("-----"))
                        .forEach(line -> all.put(file.getFileName() + ": " + line.substring(0, 2), line));
            }
        }
        assertThat(all).hasSizeGreaterThan(8);
        return new PlatformSecrets(all);
    }

    private static boolean isSecret(Path file) {
        return !file.getFileName().toString().contains("public");
    }

    /** Which secrets a text holds. */
    List<String> leaks(String text) {
        return all.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
