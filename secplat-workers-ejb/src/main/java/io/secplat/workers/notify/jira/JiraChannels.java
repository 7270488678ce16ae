package io.secplat.workers.notify.jira;

import io.secplat.workers.notify.channel.Channel;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The channel that an installation has to Jira. */
public final class JiraChannels {

    private JiraChannels() {}

    /** Empty when nothing of it is set; an IllegalArgumentException tells which setting is missing or wrong. */
    public static Optional<Channel> of(Config config, GuardedJiraCall call, Clock clock) {
        return JiraSettings.of(config).map(settings -> of(settings, call, clock));
    }

    private static Channel of(JiraSettings settings, GuardedJiraCall call, Clock clock) {
        return new JiraChannel(settings, new JiraIssues(settings, new JiraSite(settings), call), clock);
    }
}
