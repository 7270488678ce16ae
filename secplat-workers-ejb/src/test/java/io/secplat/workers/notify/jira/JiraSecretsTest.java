package io.secplat.workers.notify.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.workers.notify.FinestLog;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No e-mail, no token, in nothing that can be seen. */
class JiraSecretsTest extends JiraBench {

    private static final List<String> SECRETS = List.of(
            FakeJira.TOKEN,
            FakeJira.EMAIL,
            Base64.getEncoder()
                    .encodeToString((FakeJira.EMAIL + ":" + FakeJira.TOKEN).getBytes(StandardCharsets.UTF_8)));

    @Test
    void nothing_shows_them_as_text() {
        JiraSettings settings = JiraSettings.of(jira.config()).orElseThrow();

        Stream.of(
                        settings,
                        new JiraSite(settings),
                        new JiraLogin(settings),
                        channel(),
                        channel().recipient())
                .forEach(thing -> assertThat(thing.toString()).doesNotContain(SECRETS));
        assertThat(settings).hasToString("JiraSettings[SEC]");
    }

    @Test
    void no_exception_carries_them_however_jira_answers() {
        JiraSite site = new JiraSite(JiraSettings.of(jira.config()).orElseThrow());
        jira.answers(FakeJira.Answer.refused(401, Map.of()));
        assertSecretFree(JiraRefusalException.class, () -> site.create(JsonObject.EMPTY_JSON_OBJECT));
        jira.answers(FakeJira.Answer.refused(500, Map.of()));
        assertSecretFree(JiraTroubleException.class, () -> site.issue("SEC-1"));
        jira.answers(FakeJira.Answer.hangsUp(false));
        assertSecretFree(JiraLostException.class, () -> site.create(JsonObject.EMPTY_JSON_OBJECT));
        jira.close();
        assertSecretFree(JiraUnreachableException.class, () -> site.issue("SEC-1"));
    }

    private static void assertSecretFree(Class<? extends Exception> type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type).hasNoCause().satisfies(e -> assertThat(e.toString())
                .doesNotContain(SECRETS));
    }

    @Test
    void no_log_carries_them_even_at_the_finest_level() throws Exception {
        try (FinestLog log = new FinestLog()) {
            Logger.getLogger("probe").finest("the log is heard");
            var made = channel().deliver(created());
            var found = channel().find(created());
            jira.answers(FakeJira.Answer.refused(401, Map.of()));
            var refused = channel().deliver(following("asset.recovered"));

            assertThat(List.of(made, found, refused)).doesNotContainNull();
            assertThat(log.text()).contains("the log is heard").doesNotContain(SECRETS);
        }
    }
}
