package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.Indices;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/DATA-OWNERSHIP.md names the one writer of each table, and every index, stream and group. */
class DataOwnershipTest {

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Pattern WRITTEN = Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM)\\s+([a-z_]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([^|]+) \\|");
    private static final Path FEATURES = Path.of("secplat-api-war/src/main/java/io/secplat/api");

    @Test
    void each_table_has_the_one_writer_that_is_named() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String script : Repository.texts("secplat-api-war/src/main/resources/db/migration", ".sql")) {
            Repository.all(CREATED, script).forEach(table -> written.put(table, new TreeSet<>()));
        }
        for (Repository.Source source : Repository.sources()) {
            if (source.file().startsWith(FEATURES)) {
                Repository.all(WRITTEN, source.text()).stream()
                        .filter(written::containsKey)
                        .forEach(table -> written.get(table).add(feature(source.file())));
            }
        }

        assertThat(written.values()).allMatch(writers -> writers.size() <= 1);
        assertThat(named()).isEqualTo(written);
    }

    @Test
    void each_index_is_there() throws IOException {
        assertThat(page())
                .contains(
                        "| `" + Indices.EVENTS + "` |",
                        "| `" + Indices.ASSETS + "` |",
                        "| `" + Indices.STATUS + "` |",
                        "| `" + Indices.HOURS + "` |");
    }

    @ParameterizedTest
    @EnumSource(StreamName.class)
    void each_stream_is_there(StreamName stream) throws IOException {
        assertThat(page()).contains("| `" + stream.wire() + "` |");
    }

    @ParameterizedTest
    @EnumSource(ConsumerGroup.class)
    void each_group_stands_at_its_stream(ConsumerGroup group) throws IOException {
        assertThat(page())
                .containsPattern(
                        "\\| `" + Pattern.quote(group.stream().wire()) + "` \\|[^|]*\\| `" + group.wire() + "` \\|");
    }

    private static String feature(Path file) {
        return FEATURES.relativize(file).getName(0).toString();
    }

    private static Map<String, Set<String>> named() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            named.put(row.group(1), new TreeSet<>(Repository.all(Pattern.compile("`([^`]+)`"), row.group(2))));
        }
        return named;
    }

    private static String page() throws IOException {
        return Repository.text("docs/DATA-OWNERSHIP.md");
    }
}
