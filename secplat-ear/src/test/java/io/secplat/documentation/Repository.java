package io.secplat.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, as a reader sees them. */
final class Repository {

    /** A class of the product: its file and its text. */
    record Source(Path file, String text) {}

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    /** Every class of every module, tests left out. */
    static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path main : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                for (Path file : files(main, ".java")) {
                    sources.add(new Source(ROOT.relativize(file), Files.readString(file)));
                }
            }
        }
        return sources;
    }

    static List<String> texts(String folder, String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(ROOT.resolve(folder), ending)) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static void write(String file, String text) throws IOException {
        Files.writeString(ROOT.resolve(file), text);
    }

    /** What the first group of each match holds. */
    static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
