package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Liberty has no way to include these files, so the servers that mostly wait have copies of them, and copies must not differ. */
class ServerFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"jvm.options", "server.env"})
    void the_servers_that_mostly_wait_have_the_same_file(String name) throws IOException {
        String file = Repository.text("liberty/deriver/" + name);

        assertThat(file).isNotBlank();
        for (String role : new String[] {"ingestion", "correlator", "notifier"}) {
            assertThat(Repository.text("liberty/" + role + "/" + name)).as(role).isEqualTo(file);
        }
    }
}
