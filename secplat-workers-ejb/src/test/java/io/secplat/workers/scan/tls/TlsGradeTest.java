package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.TlsSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole scans of servers on this machine, see {@link GradedServers}. */
class TlsGradeTest {

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static LegacyProcess process;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void begin() throws Exception {
        certificates = GradedServers.certificates(folder);
        process = LegacyProcess.start(folder);
    }

    @AfterAll
    static void end() {
        process.close();
    }

    static List<GradedServers.Row> servers() {
        return GradedServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_server_gets_the_grade_of_its_configuration_and_the_reasons_for_it(GradedServers.Row row) throws Exception {
        try (GradedServers.Opened server = row.open(certificates, process)) {
            TlsSummary tls = GradedServers.scan(server.port(), certificates.roots(), log::add)
                    .tls()
                    .orElseThrow(() -> new AssertionError(log.toString()));

            assertThat(reasons(tls)).as(tls + " " + log).isEqualTo(row.reasons());
            assertThat(tls.grade()).as(tls.toString()).isEqualTo(row.grade());
            assertThat(tls.complete()).as(log.toString()).isTrue();
        }
    }

    private static Set<String> reasons(TlsSummary tls) {
        return tls.reasons().stream()
                .map(reason -> reason.replaceFirst("^(at best )?[^:]+: ", "").replaceFirst(" \\([^()]*\\)$", ""))
                .collect(Collectors.toSet());
    }
}
