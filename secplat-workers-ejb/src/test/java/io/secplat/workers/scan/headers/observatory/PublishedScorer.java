package io.secplat.workers.scan.headers.observatory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The published package under Node, installed once into the build folder at the versions of its lock file. */
final class PublishedScorer {

    private static final Path SOURCES = Path.of("src", "test", "observatory");
    private static final Path HOME = Path.of("target", "observatory");
    private static final Path INSTALLED = HOME.resolve("node_modules/@mdn/mdn-http-observatory/package.json");
    private static final long LONGEST_SECONDS = 240;

    private PublishedScorer() {}

    /** What is missing to run it, for people; empty when it is ready. */
    static Optional<String> install() throws IOException, InterruptedException {
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            return Optional.of("Node and npm are needed to compare with the published package");
        }
        Files.createDirectories(HOME);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "score.mjs")) {
            Files.copy(SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(INSTALLED) || runs("npm", "ci")
                ? Optional.empty()
                : Optional.of("the published package cannot be installed: no package registry answers");
    }

    /** Its table first, then its opinion of each site. */
    static List<JsonObject> score(Stream<MadeUpSite> sites) throws IOException, InterruptedException {
        Path cases = HOME.resolve("cases.jsonl");
        Path scores = HOME.resolve("scores.jsonl");
        Files.writeString(HOME.resolve("preloads.json"), preloads().toString());
        Files.write(cases, (Iterable<String>) sites.map(site -> site.json().toString())::iterator);
        Process node = process("node", "score.mjs", cases.getFileName().toString(), "preloads.json")
                .redirectOutput(scores.toFile())
                .redirectError(HOME.resolve("node.log").toFile())
                .start();
        if (ended(node) != 0) {
            throw new IllegalStateException("node failed: " + Files.readString(HOME.resolve("node.log")));
        }
        return Files.readAllLines(scores).stream().map(PublishedScorer::parsed).toList();
    }

    private static JsonObject preloads() {
        JsonObjectBuilder list = Json.createObjectBuilder();
        MadeUpSites.PRELOADED.forEach((host, below) ->
                list.add(host, Json.createObjectBuilder(Map.of("mode", "force-https", "includeSubDomains", below))));
        return list.add("pinned.example", Json.createObjectBuilder(Map.of("mode", "", "includeSubDomains", true)))
                .build();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = process(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).directory(Files.isDirectory(HOME) ? HOME.toFile() : SOURCES.toFile());
    }

    private static int ended(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static JsonObject parsed(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
