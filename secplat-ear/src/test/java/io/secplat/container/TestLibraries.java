package io.secplat.container;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/** Finds jars of the test class path by the beginning of their names, for small archives made by tests. */
final class TestLibraries {

    private TestLibraries() {}

    static File[] withNames(String... names) {
        List<String> wanted = List.of(names);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(File::isFile)
                .filter(file -> wanted.stream().anyMatch(name -> file.getName().startsWith(name + "-")))
                .toArray(File[]::new);
    }
}
