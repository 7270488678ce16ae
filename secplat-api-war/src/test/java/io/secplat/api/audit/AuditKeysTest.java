package io.secplat.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditKeysTest {

    private static final String OLD = "old:" + "abcd".repeat(11);
    private static final String NEW = "new:" + "bcde".repeat(11);

    @Test
    void the_first_key_signs_and_every_key_verifies() {
        Canonical content = new Canonical("row").part("x");
        Signature before = AuditKeys.of(List.of(OLD)).sign(content);
        AuditKeys rotated = AuditKeys.of(List.of("# since May", NEW, "", OLD));

        assertThat(rotated.sign(content).key()).isEqualTo("new");
        assertThat(rotated.verifies(before, content)).isTrue();
        assertThat(rotated.verifies(before, new Canonical("row").part("y"))).isFalse();
        assertThat(AuditKeys.of(List.of(NEW)).verifies(before, content)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "old:YWJj, less than 32 bytes",
        "abcd, not name:base64",
        "a b:abcd, not name:base64",
        "old:abcda, not base64",
        "'', without a key"
    })
    void a_bad_file_is_refused_without_showing_a_key(String line, String reason) {
        assertThatThrownBy(() -> AuditKeys.of(List.of(line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AUDIT_HMAC_KEY_FILE ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("YWJj");
    }

    @Test
    void two_keys_of_one_name_are_refused() {
        assertThatThrownBy(() -> AuditKeys.of(List.of(OLD, OLD))).hasMessageContaining("two keys of one name");
    }

    @Test
    void the_setting_is_named_when_it_is_missing_or_leads_nowhere(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> AuditKeys.read(Optional.empty()))
                .hasMessageStartingWith("AUDIT_HMAC_KEY_FILE is not set");
        assertThatThrownBy(() -> AuditKeys.read(Optional.of(folder + "/none"))).hasMessageContaining("cannot be read");
        Path file = Files.writeString(folder.resolve("audit.keys"), NEW + "\n");
        assertThat(AuditKeys.read(Optional.of(file.toString()))).hasToString("AuditKeys[new]");
    }
}
