package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFormTest {

    @Test
    void a_user_is_a_viewer_unless_told_otherwise() {
        UserForm form = UserForm.create(body("{\"username\":\"mira@example.org\"}"));
        assertThat(form.role()).isEqualTo(AccessRole.VIEWER);
        assertThat(form.password()).isEmpty();
        assertThat(form.disabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "..", "-a", "", "a?b", "a\\u0000b", "a%2fb", "a\\nb"})
    void a_name_that_could_not_stand_in_an_address_is_refused(String name) {
        assertThat(refused("{\"username\":\"" + name + "\"}")
                        .detail()
                        .orElseThrow()
                        .toString())
                .contains("username");
    }

    @Test
    void a_name_has_at_most_128_characters() {
        assertThat(UserForm.create(body("{\"username\":\"" + "a".repeat(128) + "\"}"))
                        .userName())
                .hasSize(128);
        assertThat(refused("{\"username\":\"" + "a".repeat(129) + "\"}").type()).isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void everything_wrong_is_told_and_no_password_repeated() {
        String detail = refused("{\"username\":\"\",\"role\":\"boss\",\"password\":\"hunter2\",\"disabled\":\"no\"}")
                .detail()
                .orElseThrow()
                .toString();
        assertThat(detail)
                .contains("username")
                .contains("role")
                .contains("disabled")
                .contains("at least 8");
        assertThat(detail).doesNotContain("hunter2");
    }

    @Test
    void a_new_password_must_be_there_and_not_be_the_name() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> UserForm.newPassword(body("{}"), "mira"))
                        .type())
                .isEqualTo(ProblemType.VALIDATION);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> UserForm.newPassword(body("{\"password\":\"mira.lopez\"}"), "mira.lopez"))
                        .type())
                .isEqualTo(ProblemType.VALIDATION);
    }

    private static ProblemException refused(String json) {
        return catchThrowableOfType(ProblemException.class, () -> UserForm.create(body(json)));
    }

    private static Body body(String json) {
        return Body.of(Json.createReader(new StringReader(json)).readObject());
    }
}
