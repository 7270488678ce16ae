package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/OPERATIONS.md lists every setting that the code reads, and none that it does not. */
class SettingsTest {

    private static final Pattern READ =
            Pattern.compile("(?:ConfigProperty\\(\\s*name = |getOptionalValue\\(|getValue\\()\"([A-Z][A-Z_]+)\"");
    private static final Pattern LIBERTY = Pattern.compile("<variable name=\"([A-Z][A-Z_]+)\"");
    private static final Pattern LISTED = Pattern.compile("`([A-Z][A-Z_]+)`");

    @Test
    void every_setting_that_is_read_is_listed() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Repository.Source source : Repository.sources()) {
            read.addAll(Repository.all(READ, source.text()));
        }
        for (String configuration : Repository.texts("liberty", ".xml")) {
            read.addAll(Repository.all(LIBERTY, configuration));
        }

        assertThat(listed()).containsAll(read);
    }

    @Test
    void every_setting_that_is_listed_means_something() throws IOException {
        String everything =
                Repository.sources().stream().map(Repository.Source::text).collect(Collectors.joining())
                        + String.join("", Repository.texts("liberty", ".xml"))
                        + Repository.text("secplat");

        assertThat(listed().stream().filter(name -> !isKnown(name, everything))).isEmpty();
    }

    /** The names of service users and ports are put together by the code. */
    private static boolean isKnown(String name, String everything) {
        return everything.contains(name)
                || name.matches("(SCANNER|INGESTION|CORRELATOR)_SERVICE_(USERNAME|PASSWORD)")
                || name.matches("ADMIN_(USERNAME|PASSWORD)")
                || name.matches("SECPLAT_[A-Z_]+_PORT");
    }

    private static Set<String> listed() throws IOException {
        return new TreeSet<>(Repository.all(LISTED, Repository.text("docs/OPERATIONS.md")));
    }
}
