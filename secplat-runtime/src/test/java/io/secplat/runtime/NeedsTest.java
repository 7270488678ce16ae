package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeedsTest {

    @ParameterizedTest
    @CsvSource({"deriver", "scan-workers", "correlator", "notifier", "ingestion notifier"})
    void a_server_that_reads_a_stream_needs_redis(String roles) {
        assertThat(needs(roles).needs(Dependency.REDIS)).isTrue();
    }

    @Test
    void ingestion_works_with_redis_and_opensearch_and_needs_neither() {
        Needs ingestion = needs("ingestion");

        assertThat(ingestion.uses(Dependency.REDIS)).isTrue();
        assertThat(ingestion.uses(Dependency.OPENSEARCH)).isTrue();
        assertThat(ingestion.needs(Dependency.REDIS)).isFalse();
        assertThat(ingestion.needs(Dependency.OPENSEARCH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"api", "all"})
    void callers_come_for_the_api_so_its_needs_alone_count(String roles) {
        assertThat(needs(roles).needs(Dependency.POSTGRES)).isTrue();
        assertThat(needs(roles).needs(Dependency.REDIS)).isFalse();
        assertThat(needs(roles).needs(Dependency.OPENSEARCH)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "API", mode = EnumSource.Mode.EXCLUDE)
    void no_worker_knows_postgres(Role role) {
        assertThat(needs(role.wire()).uses(Dependency.POSTGRES)).isFalse();
    }

    private static Needs needs(String roles) {
        return new Needs(Roles.parse(roles.replace(' ', ',')));
    }
}
