package io.secplat.workers.notify.jira;

import io.secplat.workers.notify.channel.ChannelConfig;
import io.secplat.workers.notify.channel.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How Jira is reached, and where issues go.
 *
 * @param baseUrl JIRA_BASE_URL
 * @param email JIRA_EMAIL, whose the token is
 * @param apiToken JIRA_API_TOKEN, a secret
 * @param projectKey JIRA_PROJECT_KEY, upper case
 * @param timeout JIRA_TIMEOUT_MS, for a connection and for each wait for bytes of an answer
 * @param doneTransition JIRA_DONE_TRANSITION, the name of the transition that ends an issue, or of the status it leads to
 * @param rate JIRA_RATE_PER_SECOND and JIRA_BURST
 */
public record JiraSettings(
        URI baseUrl,
        String email,
        String apiToken,
        String projectKey,
        Duration timeout,
        String doneTransition,
        Rate rate) {

    private static final String URL = "JIRA_BASE_URL";
    private static final String EMAIL = "JIRA_EMAIL";
    private static final String TOKEN = "JIRA_API_TOKEN";
    private static final String PROJECT = "JIRA_PROJECT_KEY";

    public JiraSettings {
        projectKey = projectKey.toUpperCase(Locale.ROOT);
        if (!projectKey.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException(PROJECT + " must be letters and digits, such as SEC");
        }
    }

    /** Empty when nothing of it is set; an IllegalArgumentException tells which setting is missing or wrong. */
    static Optional<JiraSettings> of(Config source) {
        ChannelConfig config = new ChannelConfig(source);
        return config.together(URL, EMAIL, TOKEN, PROJECT) ? Optional.of(of(config)) : Optional.empty();
    }

    private static JiraSettings of(ChannelConfig config) {
        return new JiraSettings(
                config.address(URL).orElseThrow(),
                config.required(EMAIL),
                config.required(TOKEN),
                config.required(PROJECT),
                Duration.ofMillis(config.integer("JIRA_TIMEOUT_MS", 1, 30_000)),
                config.textOrUsual("JIRA_DONE_TRANSITION"),
                new Rate(config.number("JIRA_RATE_PER_SECOND", 0.001, 1_000), config.integer("JIRA_BURST", 1, 1_000)));
    }

    /** Without the account and its token. */
    @Override
    public String toString() {
        return "JiraSettings[" + projectKey + "]";
    }
}
